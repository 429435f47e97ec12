import { and, desc, eq, isNull } from "drizzle-orm";
import {
  accounts,
  answerColumns,
  caseClosures,
  caseEvents,
  caseMessages,
  cases,
  contacts,
  heldReplies,
  members,
  responses,
  responseVersions,
  surveys,
  users,
  workspaces,
} from "#db/schema/index.ts";
import { nameCauses } from "#server/cause/queries.ts";
import type { Ctx } from "#server/context.ts";
import { labelled } from "#server/driver/rules.ts";
import { notFound } from "#server/errors.ts";
import { ofAnswer } from "#server/response/joined.ts";

/** The case with this id; nobody else changes it meanwhile when `lock` is given. @throws NOT_FOUND when it is not here. */
export async function requireCase(
  ctx: Ctx,
  caseId: string,
  { lock = false } = {},
): Promise<typeof cases.$inferSelect> {
  const found = ctx.db
    .select()
    .from(cases)
    .where(and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.id, caseId)));
  const [one] = await (lock ? found.for("update") : found);
  if (!one) throw notFound("case");
  return one;
}

/**
 * A case with its answer (and the answer's earlier versions), the customer, the dialogue oldest first,
 * what happened, its closures with their causes as they are called now, and those of the replies that have not left yet (`held`).
 * @throws NOT_FOUND for a case of another workspace.
 */
export async function getCase(ctx: Ctx, input: { caseId: string }) {
  const one = await requireCase(ctx, input.caseId);
  const ofCase = (
    table: typeof caseMessages | typeof caseEvents | typeof caseClosures | typeof heldReplies,
  ) => and(eq(table.workspaceId, ctx.workspaceId), eq(table.caseId, one.id));
  const [answer] = one.responseId
    ? await ctx.db
        .select({ response: answerColumns, offered: surveys.drivers })
        .from(responses)
        .innerJoin(surveys, ofAnswer("surveys"))
        .where(and(eq(responses.workspaceId, ctx.workspaceId), eq(responses.id, one.responseId)))
    : [];
  const response = answer?.response;
  const versions = response
    ? await ctx.db
        .select()
        .from(responseVersions)
        .where(
          and(
            eq(responseVersions.workspaceId, ctx.workspaceId),
            eq(responseVersions.responseId, response.id),
          ),
        )
        .orderBy(responseVersions.version)
    : [];
  const messages = await ctx.db
    .select()
    .from(caseMessages)
    .where(ofCase(caseMessages))
    .orderBy(caseMessages.at, caseMessages.id);
  const events = await ctx.db
    .select()
    .from(caseEvents)
    .where(ofCase(caseEvents))
    .orderBy(caseEvents.at, caseEvents.id);
  const closures = await ctx.db
    .select()
    .from(caseClosures)
    .where(ofCase(caseClosures))
    .orderBy(caseClosures.closedAt);
  const causes = closures.length > 0 ? await nameCauses(ctx) : new Map<string, never>();
  const workspace = await workspaceOf(ctx);
  return {
    case: one,
    response: response ?? null,
    drivers: answer
      ? labelled(answer.response.drivers, answer.offered, [workspace.locale, answer.response.locale])
      : [],
    versions,
    messages,
    events,
    closures: closures.map(({ causeId, ...closure }) => ({
      ...closure,
      cause: (causeId && causes.get(causeId)) || null,
    })),
    held: await ctx.db.select().from(heldReplies).where(ofCase(heldReplies)),
    customer: await customerOf(ctx, one.contactId),
    colleagues: await colleaguesOf(ctx),
    workspace,
  };
}

async function customerOf(ctx: Ctx, contactId: string | null) {
  if (!contactId) return null;
  const [contact] = await ctx.db
    .select({ contact: contacts, account: accounts.name })
    .from(contacts)
    .leftJoin(
      accounts,
      and(eq(accounts.workspaceId, contacts.workspaceId), eq(accounts.id, contacts.accountId)),
    )
    .where(and(eq(contacts.workspaceId, ctx.workspaceId), eq(contacts.id, contactId)));
  const history = await ctx.db
    .select({
      id: responses.id,
      score: responses.score,
      comment: responses.comment,
      answeredAt: responses.answeredAt,
      locale: responses.locale,
    })
    .from(responses)
    .where(
      and(
        eq(responses.workspaceId, ctx.workspaceId),
        eq(responses.contactId, contactId),
        isNull(responses.withdrawnAt),
      ),
    )
    .orderBy(desc(responses.answeredAt))
    .limit(20);
  return contact ? { ...contact.contact, account: contact.account, history } : null;
}

/** Who works in this workspace, by name. */
export function colleaguesOf(ctx: Ctx) {
  return ctx.db
    .select({ id: users.id, name: users.name, email: users.email })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(eq(members.workspaceId, ctx.workspaceId))
    .orderBy(users.name);
}

async function workspaceOf(ctx: Ctx) {
  const [row] = await ctx.db
    .select({ name: workspaces.name, timezone: workspaces.timezone, locale: workspaces.locale })
    .from(workspaces)
    .where(eq(workspaces.id, ctx.workspaceId));
  return row!;
}
