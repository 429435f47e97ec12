import { words } from "#app/(workspace)/[workspace]/dashboard/words.ts";
import type { Group } from "#server/nps/groups.ts";

/** A group where a name would stand: "Promoter". */
export function groupName(group: Group): string {
  const name = words()(`group.${group}`);
  return name[0]!.toUpperCase() + name.slice(1);
}
