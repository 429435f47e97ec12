import { and, desc, eq, getTableColumns, inArray, isNull, sql } from "drizzle-orm";
import {
  accounts,
  answerColumns,
  caseClosures,
  caseEvents,
  caseMessages,
  caseOrigins,
  cases,
  contacts,
  heldReplies,
  members,
  messageHtmls,
  responses,
  responseVersions,
  surveys,
  users,
  workspaces,
} from "#db/schema/index.ts";
import { listAttachments } from "#server/attachment/queries.ts";
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
 * what happened, its closures with their causes as they are called now, those of the replies that have not left yet
 * (`held`), and the files of all that. `origin`: what a customer said who came without an answer. What happened in the
 * cases that were merged into it is in it, and their answers are `takenIn`.
 * @throws NOT_FOUND for a case of another workspace.
 */
export async function getCase(ctx: Ctx, input: { caseId: string }) {
  const one = await requireCase(ctx, input.caseId);
  const takenIn = await takenInBy(ctx, one.id);
  const ids = [one.id, ...takenIn.map(({ id }) => id)];
  const ofCase = (table: typeof caseEvents | typeof caseClosures | typeof heldReplies) =>
    and(eq(table.workspaceId, ctx.workspaceId), inArray(table.caseId, ids));
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
    .select({
      ...getTableColumns(caseMessages),
      hasHtml: sql<boolean>`EXISTS (SELECT FROM ${messageHtmls} h
        WHERE h.workspace_id = ${caseMessages.workspaceId} AND h.message_id = ${caseMessages.id})`,
    })
    .from(caseMessages)
    .where(and(eq(caseMessages.workspaceId, ctx.workspaceId), eq(caseMessages.caseId, one.id)))
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
  const [origin] = one.cameBy
    ? await ctx.db
        .select({ said: caseOrigins.said, notedBy: caseOrigins.notedBy, notedAt: caseOrigins.notedAt })
        .from(caseOrigins)
        .where(and(eq(caseOrigins.workspaceId, ctx.workspaceId), eq(caseOrigins.caseId, one.id)))
    : [];
  return {
    case: { ...one, worthUnit: workspace.valueUnit },
    origin: origin ?? null,
    takenIn,
    response: response ?? null,
    drivers: answer
      ? labelled(answer.response.drivers, answer.offered, [workspace.locale, answer.response.locale])
      : [],
    versions,
    messages,
    attachments: await listAttachments(ctx, one.id),
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

/** The cases that were merged into this one, each with its answer or what the customer said, oldest first. */
function takenInBy(ctx: Ctx, caseId: string) {
  return ctx.db
    .select({
      ...{ id: cases.id, openedAt: cases.openedAt, cameBy: cases.cameBy, said: caseOrigins.said },
      ...{ score: responses.score, comment: responses.comment, locale: responses.locale },
      answeredAt: responses.answeredAt,
    })
    .from(cases)
    .leftJoin(
      responses,
      and(eq(responses.workspaceId, cases.workspaceId), eq(responses.id, cases.responseId)),
    )
    .leftJoin(
      caseOrigins,
      and(eq(caseOrigins.workspaceId, cases.workspaceId), eq(caseOrigins.caseId, cases.id)),
    )
    .where(and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.mergedInto, caseId)))
    .orderBy(cases.openedAt, cases.id);
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
    .select({
      ...{ name: workspaces.name, timezone: workspaces.timezone, locale: workspaces.locale },
      valueUnit: workspaces.valueUnit,
    })
    .from(workspaces)
    .where(eq(workspaces.id, ctx.workspaceId));
  return row!;
}
