import { newId } from "#db/id.ts";
import { runPrepared } from "#db/prepared.ts";
import type { AtOnce } from "#server/context.ts";
import { figures } from "#server/metrics/figures.ts";
import type { RecordResponse } from "./schema.ts";

export type Recorded =
  | { outcome: "recorded" | "changed" | "unchanged"; responseId: string; version: number }
  | { outcome: "expired" | "unknown" | "changed_too_often" };

/**
 * Takes a customer's answer to an invitation. The first makes the answer, a later one changes it and keeps
 * what it said before; however many tabs send at once, one answer remains and its counters are right. The
 * dialogue is left to consider it. An answer has a hundred versions at most. All of that is one statement:
 * svar_record_answer, migration 0035.
 *
 * @param input.invitationNumber what the link's token names
 * @param input.evidence for an answer that was not sent: it never changes one that is there. Without it, Send was pressed
 */
export async function recordResponse(
  ctx: AtOnce,
  input: RecordResponse & { invitationNumber: number; evidence?: "evidenced" | "released" },
): Promise<Recorded> {
  const [row] = await runPrepared<Row>(
    ctx.db,
    `SELECT outcome, response_id AS "responseId", version FROM svar_record_answer($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
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
      input.evidence ?? "confirmed",
    ],
  );
  const { outcome, responseId, version } = row!;
  if (outcome === "expired" || outcome === "unknown" || outcome === "changed_too_often") return { outcome };
  if (outcome !== "unchanged") {
    figures().answers.inc({ outcome });
    ctx.nudge("responses", responseId);
  }
  return { outcome, responseId, version };
}

type Row = { outcome: Recorded["outcome"]; responseId: string; version: number };
