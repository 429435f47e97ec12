import { eq } from "drizzle-orm";
import { newId } from "#db/id.ts";
import {
  caseClosures,
  caseEvents,
  caseMessages,
  cases,
  members,
  recoveryAnswers,
  recoveryChecks,
} from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { addWorkingMs, usualWorkingTime, workingMsBetween } from "#server/working-time/rules.ts";
import { type Closed, checkRecoveries } from "./check-recoveries.ts";
import { voices } from "./comments.ts";
import type { Told } from "./load.ts";
import { readUntil } from "./read-until.ts";
import type { Written } from "./write-answers.ts";

const hour = 3_600_000;
const newOnes = 3;
const waiting = 4;
const answered = 3;

type State = "open" | "waiting" | "closed";
type Row<T extends { $inferInsert: object }> = T["$inferInsert"];

/** A case for every detractor: the newest still wait for us, some for the customer, the others are closed with what was said. */
export async function openCases(ctx: Ctx, told: Told, detractors: Written[]): Promise<void> {
  const all: Row<typeof cases>[] = [];
  const events: Row<typeof caseEvents>[] = [];
  const messages: Row<typeof caseMessages>[] = [];
  const closures: Row<typeof caseClosures>[] = [];
  const closed: Closed[] = [];
  const own = { workspaceId: ctx.workspaceId };

  detractors.forEach((answer, index) => {
    const caseId = newId(answer.at.getTime());
    const state: State =
      index < newOnes
        ? "open"
        : index < newOnes + waiting
          ? "waiting"
          : index < newOnes + waiting + answered
            ? "open"
            : "closed";
    const isNew = index < newOnes;
    const assigneeId = index === 1 ? null : told.colleagueIds[answer.customer.employee]!;
    const repliedAt = moment(answer.at, 3 + (index % 5), ctx.now);
    const backAt = moment(answer.at, 20 + (index % 7), ctx.now);
    const heard = state === "closed" || (state === "open" && !isNew);
    all.push({
      ...own,
      id: caseId,
      responseId: answer.responseId,
      contactId: told.contactIds[answer.customer.n]!,
      state,
      assigneeId,
      openedAt: answer.at,
      dueAt: addWorkingMs(usualWorkingTime(told.company.timezone), answer.at, 24 * hour),
      ...(isNew
        ? {}
        : { firstReplyAt: repliedAt, firstReplyMinutes: minutesBetween(told, answer.at, repliedAt) }),
      lastInboundAt: heard ? backAt : null,
      ...(heard && state === "open" ? { needsSince: backAt, needsBecause: "wrote" as const } : {}),
      sample: true,
    });
    events.push({
      ...own,
      id: newId(answer.at.getTime()),
      caseId,
      kind: "opened",
      detail: { score: answer.score, assigneeId },
      at: answer.at,
    });
    if (isNew) return;
    const voice = voices[answer.customer.locale];
    const messageId = `<${newId()}@${ctx.site.mailDomain}>`;
    const message = { ...own, caseId };
    messages.push({
      ...message,
      id: newId(repliedAt.getTime()),
      direction: "out",
      authorId: assigneeId,
      text: voice.reply,
      messageId,
      references: [answer.messageId],
      at: repliedAt,
    });
    if (index % 3 === 0) {
      const noteAt = new Date(repliedAt.getTime() + 10 * 60_000);
      messages.push({
        ...message,
        id: newId(noteAt.getTime()),
        direction: "note",
        authorId: assigneeId,
        text: "Checked with the warehouse: it left yesterday, the tracking was not sent.",
        at: noteAt,
      });
    }
    if (!heard) return;
    const { email, name } = answer.customer;
    messages.push({
      ...message,
      id: newId(backAt.getTime()),
      direction: "in",
      fromAddress: email,
      fromName: name,
      text: state === "closed" ? voice.thanks : voice.back,
      messageId: `<${newId()}@kunde.example>`,
      references: [messageId],
      at: backAt,
    });
    if (state !== "closed") return;
    const closedAt = moment(answer.at, 30, ctx.now);
    const causeId = told.causeIds[index % told.causeIds.length]!;
    const closure = {
      ...own,
      id: newId(closedAt.getTime()),
      caseId,
      causeId,
      outcome: "Called, explained and put right; the customer confirmed it.",
      closedBy: assigneeId,
      closedAt,
    };
    closures.push(closure);
    closed.push({ answer, one: all.at(-1)!, closure });
    events.push({
      ...own,
      id: newId(closedAt.getTime()),
      caseId,
      kind: "closed",
      actorId: assigneeId,
      detail: { causeId },
      at: closedAt,
    });
  });

  const recovered = checkRecoveries(ctx, told, closed);
  await ctx.db.insert(cases).values(all);
  await ctx.db
    .update(members)
    .set({ readsFrom: readUntil(ctx) })
    .where(eq(members.workspaceId, ctx.workspaceId));
  await ctx.db.insert(caseEvents).values([...events, ...recovered.events]);
  await ctx.db.insert(caseMessages).values(messages);
  await ctx.db.insert(caseClosures).values([...closures, ...recovered.closures]);
  await ctx.db.insert(recoveryChecks).values(recovered.checks);
  await ctx.db.insert(recoveryAnswers).values(recovered.answers);
}

const minutesBetween = ({ company }: Told, from: Date, to: Date) =>
  Math.round(workingMsBetween(usualWorkingTime(company.timezone), from, to) / 60_000);

/** Some hours after an answer, but never in the future. */
function moment(answeredAt: Date, hours: number, now: Date): Date {
  const latest = now.getTime() - (60 - hours) * 60_000;
  return new Date(Math.max(answeredAt.getTime(), Math.min(answeredAt.getTime() + hours * hour, latest)));
}
