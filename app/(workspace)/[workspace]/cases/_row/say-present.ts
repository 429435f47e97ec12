import { words } from "../words.ts";
import type { AtCase } from "./presences.tsx";

/** Who is at a case and what they do there: "Bo is writing · Ida is viewing". */
export const sayPresent = (present: readonly AtCase[]): string =>
  present.map(({ name, doing }) => words()(`presence.${doing}`, { name: firstOf(name) })).join(" · ");

const firstOf = (name: string) => name.split(" ")[0]!;
