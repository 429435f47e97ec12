import { newId } from "#db/id.ts";
import { invitations, mailEvents, outboundMails, responses, responseVersions } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { groupOf } from "#server/nps/groups.ts";
import { recountResponses } from "#server/response/recount.ts";
import type { Told } from "./load.ts";
import { type Answer, answersOf, customersOf, isAsked, waveAt, waves } from "./story.ts";
import { writeEvidence } from "./write-evidence.ts";

export type Written = Answer & { responseId: string; invitationId: string; messageId: string };

const changedEvery = 17;

/** Writes every wave: invitations with their sent mails, answers, earlier versions of some, and the counters. Returns the detractors', newest first. */
export async function writeAnswers(ctx: Ctx, told: Told): Promise<Written[]> {
  const detractors: Written[] = [];
  for (let wave = 0; wave < waves; wave++) {
    const asked = await ask(ctx, told, wave);
    const answers = answersOf(told.company, customersOf(told.company), wave, ctx.now).map((answer) => ({
      ...answer,
      responseId: newId(answer.at.getTime()),
      ...asked.get(answer.customer.n)!,
    }));
    await ctx.db.insert(responses).values(answers.map((answer) => responseOf(ctx, told, answer)));
    await keepVersions(ctx, answers);
    if (wave === waves - 1) {
      const answered = new Set(answers.map(({ invitationId }) => invitationId));
      const silent = [...asked.values()].filter(({ invitationId }) => !answered.has(invitationId));
      const sentAt = waveAt(wave, ctx.now);
      await writeEvidence(
        ctx,
        silent.map(({ invitationId }) => ({ invitationId, sentAt })),
      );
    }
    detractors.push(...answers.filter(({ score }) => groupOf(score) === "detractor"));
  }
  await recountResponses(ctx);
  return detractors.sort((a, b) => b.at.getTime() - a.at.getTime());
}

async function ask(
  ctx: Ctx,
  told: Told,
  wave: number,
): Promise<Map<number, { invitationId: string; messageId: string }>> {
  const { workspaceId } = ctx;
  const at = waveAt(wave, ctx.now);
  const asked = customersOf(told.company).filter((customer) => isAsked(customer, wave));
  const rows = asked.map((customer) => {
    const mailId = newId(at.getTime());
    return {
      customer,
      invitationId: newId(at.getTime()),
      mailId,
      messageId: `<${mailId}@${ctx.site.mailDomain}>`,
    };
  });
  const campaignId = told.campaignIds[wave]!;
  await ctx.db.insert(invitations).values(
    rows.map(({ customer, invitationId }) => ({
      ...frozen(ctx, told, customer),
      id: invitationId,
      campaignId,
      surveyId: told.surveyId,
      createdAt: at,
      sentAt: at,
      expiresAt: new Date(at.getTime() + 90 * 86_400_000),
    })),
  );
  await ctx.db.insert(outboundMails).values(
    rows.map(({ customer, invitationId, mailId, messageId }) => ({
      workspaceId,
      id: mailId,
      kind: "invitation" as const,
      priority: 100,
      dedupeKey: `invitation:${invitationId}`,
      messageId,
      toAddress: customer.email,
      toDomain: "kunde.example",
      campaignId,
      invitationId,
      state: "sent" as const,
      attempts: 1,
      nextAttemptAt: at,
      createdAt: at,
      sentAt: at,
    })),
  );
  await ctx.db.insert(mailEvents).values(
    rows.flatMap(({ mailId }) => [
      { workspaceId, mailId, at, state: "queued" as const, attempt: 0 },
      { workspaceId, mailId, at, state: "sent" as const, attempt: 1 },
    ]),
  );
  return new Map(
    rows.map(({ customer, invitationId, messageId }) => [customer.n, { invitationId, messageId }]),
  );
}

function frozen(ctx: Ctx, told: Told, customer: Answer["customer"]) {
  const agents = told.company.colleagues.filter(({ role }) => role === "agent");
  return {
    workspaceId: ctx.workspaceId,
    contactId: told.contactIds[customer.n]!,
    locale: customer.locale,
    teamId: told.teamIds[customer.team]!,
    employee: agents[customer.employee]!.email,
    accountId: told.accountIds.get(customer.employer)!,
    attributes: { Country: customer.country, Plan: customer.plan },
  };
}

function responseOf(ctx: Ctx, told: Told, answer: Written) {
  return {
    ...frozen(ctx, told, answer.customer),
    id: answer.responseId,
    surveyId: told.surveyId,
    campaignId: told.campaignIds[answer.wave]!,
    invitationId: answer.invitationId,
    score: answer.score,
    comment: answer.comment,
    drivers: answer.drivers,
    ...wishOf(answer),
    version: isChanged(answer) ? 2 : 1,
    evidence: "confirmed" as const,
    channel: "email" as const,
    sample: true,
    answeredAt: answer.at,
    updatedAt: answer.at,
  };
}

const isChanged = (answer: Answer) => answer.customer.n % changedEvery === 0;

/** Some of the unhappy asked to be contacted. */
function wishOf({ score, customer }: Answer) {
  if (groupOf(score) !== "detractor" || customer.n % 3 !== 0) return {};
  if (customer.n % 2 === 0) return { contactBy: "email" as const };
  return {
    contactBy: "phone" as const,
    contactPhone: `+47 555 10 ${String(customer.n % 1000).padStart(3, "0")}`,
  };
}

/** Some customers chose another number first. */
async function keepVersions(ctx: Ctx, answers: Written[]): Promise<void> {
  const changed = answers.filter(isChanged);
  if (changed.length === 0) return;
  await ctx.db.insert(responseVersions).values(
    changed.map((answer) => ({
      workspaceId: ctx.workspaceId,
      responseId: answer.responseId,
      version: 1,
      score: Math.max(0, answer.score - 1),
      comment: null,
      givenAt: new Date(answer.at.getTime() - 60_000),
    })),
  );
}
