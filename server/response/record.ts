import { newId } from "#db/id.ts";
import { runPrepared } from "#db/prepared.ts";
import type { AtOnce } from "#server/context.ts";
import type { RecordResponse } from "./schema.ts";

export type Recorded =
  | { outcome: "recorded" | "changed" | "unchanged"; responseId: string; version: number }
  | { outcome: "expired" | "unknown" };

/**
 * Takes a customer's answer to an invitation. The first makes the answer, a later one changes it and keeps
 * what it said before; however many tabs send at once, one answer remains and its counters are right. The
 * dialogue is left to consider it. All of that is one statement: svar_record_answer, migration 0030.
 *
 * @param input.invitationNumber what the link's token names
 */
export async function recordResponse(
  ctx: AtOnce,
  input: RecordResponse & { invitationNumber: number },
): Promise<Recorded> {
  const [row] = await runPrepared<Row>(
    ctx.db,
    `SELECT outcome, response_id AS "responseId", version FROM svar_record_answer($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ctx.workspaceId,
      input.invitationNumber,
      newId(ctx.now.getTime()),
      input.score,
      input.comment || null,
      input.drivers?.join(",") ?? null,
      input.contact?.by ?? null,
      input.contact?.by === "phone" ? input.contact.phone : null,
      ctx.now.toISOString(),
    ],
  );
  const { outcome, responseId, version } = row!;
  if (outcome === "expired" || outcome === "unknown") return { outcome };
  if (outcome !== "unchanged") ctx.nudge("responses", responseId);
  return { outcome, responseId, version };
}

type Row = { outcome: Recorded["outcome"]; responseId: string; version: number };
