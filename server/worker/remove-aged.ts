import { workspaces } from "#db/schema/index.ts";
import { atTheDoor } from "#server/context.ts";
import { asSystem, type Runtime } from "#server/entry.ts";
import { removeAged } from "#server/retention/remove-aged.ts";
import { type Kind, kinds } from "#server/retention/rules.ts";

/** So few at once that a batch holds its locks for a moment only; people are erased with all that hangs on them. */
const most = (kind: Kind) => (kind === "contacts" ? 20 : 200);

/** Removes in every workspace what is older than it is to be kept. One that fails does not hold up the others. */
export async function removeAllAged(rt: Runtime): Promise<void> {
  const all = await atTheDoor(rt.connection.db, (tx) => tx.select({ id: workspaces.id }).from(workspaces));
  for (const { id } of all) {
    for (const kind of kinds) {
      await untilDone(rt, id, kind).catch((error) =>
        rt.log.error({ err: error, workspaceId: id, kind }, "what is too old was not removed"),
      );
    }
  }
}

async function untilDone(rt: Runtime, workspaceId: string, kind: Kind): Promise<void> {
  for (let taken = most(kind); taken === most(kind); ) {
    taken = await asSystem(rt, workspaceId, "retention.remove-aged", (ctx) =>
      removeAged(ctx, { kind, most: most(kind) }),
    );
  }
}
