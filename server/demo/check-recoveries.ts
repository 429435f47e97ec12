import { newId } from "#db/id.ts";
import type { caseClosures, caseEvents, cases, recoveryAnswers, recoveryChecks } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { checkDueAt, expiryOf, type RecoveryAnswer } from "#server/recovery/rules.ts";
import { voices } from "./comments.ts";
import type { Told } from "./load.ts";
import type { Written } from "./write-answers.ts";

type Row<T extends { $inferInsert: object }> = T["$inferInsert"];
export type Closed = { answer: Written; one: Row<typeof cases>; closure: Row<typeof caseClosures> };
export type Recovered = {
  checks: Row<typeof recoveryChecks>[];
  answers: Row<typeof recoveryAnswers>[];
  closures: Row<typeof caseClosures>[];
  events: Row<typeof caseEvents>[];
};

const hour = 3_600_000;
const day = 24 * hour;

/** What ten customers in a row say: three of them nothing. */
const said: (RecoveryAnswer | null)[] = [
  ...(["yes", "yes", null, "partly", "yes", "yes", null, "no", "yes", null] as const),
];

/**
 * The questions whether closed cases are solved, as far as it was time for them, with what customers say. Where it is
 * not, the case was opened again and closed for good two days later, unless that is still to come. Changes `closed`
 * accordingly and returns the rows to write.
 */
export function checkRecoveries(ctx: Ctx, told: Told, closed: Closed[]): Recovered {
  const rows: Recovered = { checks: [], answers: [], closures: [], events: [] };
  closed.forEach(({ answer, one, closure }, index) => {
    const dueAt = checkDueAt(closure.closedAt, 14, told.company.timezone);
    const asked = dueAt <= ctx.now ? { askedAt: dueAt, expiresAt: expiryOf(dueAt) } : {};
    const own = { workspaceId: ctx.workspaceId };
    const checkId = newId(closure.closedAt.getTime());
    rows.checks.push({ ...own, id: checkId, caseId: one.id, closureId: closure.id, dueAt, ...asked });
    const given = said[index % said.length]!;
    const givenAt = new Date(dueAt.getTime() + (1 + (index % 30)) * hour);
    if (!given || givenAt > ctx.now) return;
    const { thanks, still } = voices[answer.customer.locale];
    const comment = given === "yes" ? (index % 3 === 0 ? thanks : null) : still;
    rows.answers.push({ ...own, checkId, version: 1, answer: given, comment, givenAt });
    if (given !== "yes") goOn(ctx, { answer, one, closure }, givenAt, rows);
  });
  return rows;
}

function goOn(ctx: Ctx, { one, closure }: Closed, openedAt: Date, rows: Recovered): void {
  const event = (at: Date) => ({
    ...{ workspaceId: ctx.workspaceId, id: newId(at.getTime()), caseId: one.id, at },
  });
  closure.reopenedAt = openedAt;
  one.lastInboundAt = openedAt;
  rows.events.push({
    ...{ ...event(openedAt), kind: "reopened", detail: { by: "customer", because: "not_solved" } },
  });
  const closedAt = new Date(openedAt.getTime() + 2 * day);
  if (closedAt > ctx.now) {
    one.state = "open";
    return;
  }
  const { causeId = null, closedBy } = closure;
  const outcome = "Sent the credit note that was missing; the customer has it.";
  rows.closures.push({
    ...{ workspaceId: ctx.workspaceId, id: newId(closedAt.getTime()), caseId: one.id },
    ...{ causeId, outcome, closedBy, closedAt },
  });
  rows.events.push({ ...event(closedAt), kind: "closed", actorId: closedBy ?? null, detail: { causeId } });
}
