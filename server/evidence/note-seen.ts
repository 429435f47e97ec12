import { runPrepared } from "#db/prepared.ts";
import type { AtOnce } from "#server/context.ts";
import type { NoteSeen } from "./schema.ts";

/**
 * Takes down that a person was seen to act on the answer page. It is evidence only where a link with a score had
 * opened the page; where not, or once there is an answer, nothing comes of it.
 */
export async function noteSeen(ctx: AtOnce, input: NoteSeen & { invitationNumber: number }): Promise<void> {
  await runPrepared(
    ctx.db,
    "SELECT svar_note_seen($1::uuid, $2::bigint, $3::smallint, $4::int, $5::timestamptz)",
    [ctx.workspaceId, input.invitationNumber, input.score, input.visible, ctx.now.toISOString()],
  );
}
