import { and, asc, desc, eq, ilike, isNull, or, type SQL, sql } from "drizzle-orm";
import { containing } from "#db/containing.ts";
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
import { type Ctx, memberId } from "#server/context.ts";
import { labelled } from "#server/driver/rules.ts";
import { invalid, notFound } from "#server/errors.ts";
import { ofAnswer } from "#server/response/joined.ts";
import { hasReply, openedIn } from "./filter.ts";
import type { CaseView, ListCases } from "./schema.ts";

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
 * One page of the queue, most urgent first (by due time; closed ones newest first), and the cursor of the
 * next page or null.
 */
export async function listCases(ctx: Ctx, input: ListCases) {
  const newestFirst = input.view === "closed" || input.view === "all";
  const [sorted, direction] = newestFirst ? [cases.openedAt, desc] : [cases.dueAt, asc];
  const rows = await ctx.db
    .select({
      id: cases.id,
      state: cases.state,
      openedAt: cases.openedAt,
      dueAt: cases.dueAt,
      firstReplyAt: cases.firstReplyAt,
      lastInboundAt: cases.lastInboundAt,
      assigneeId: cases.assigneeId,
      assigneeName: users.name,
      contactId: cases.contactId,
      contactName: contacts.name,
      contactEmail: contacts.email,
      accountName: accounts.name,
      score: responses.score,
      comment: responses.comment,
      contactBy: responses.contactBy,
      contactPhone: responses.contactPhone,
      locale: responses.locale,
      position: sql<string>`to_char(${sorted} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
    })
    .from(cases)
    .leftJoin(
      responses,
      and(eq(responses.workspaceId, cases.workspaceId), eq(responses.id, cases.responseId)),
    )
    .leftJoin(contacts, and(eq(contacts.workspaceId, cases.workspaceId), eq(contacts.id, cases.contactId)))
    .leftJoin(
      accounts,
      and(eq(accounts.workspaceId, contacts.workspaceId), eq(accounts.id, contacts.accountId)),
    )
    .leftJoin(users, eq(users.id, cases.assigneeId))
    .where(and(inView(ctx, input.view), matching(ctx, input), after(input.cursor, sorted, newestFirst)))
    .orderBy(direction(sorted), direction(cases.id))
    .limit(input.limit + 1);

  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  const next = rows.length > input.limit && last ? `${last.position}_${last.id}` : null;
  return { cases: page.map(({ position, ...row }) => row), next };
}

function inView(ctx: Ctx, view: CaseView): SQL | undefined {
  const here = eq(cases.workspaceId, ctx.workspaceId);
  const open = sql`${cases.state} <> 'closed'`;
  if (view === "all") return here;
  if (view === "closed") return and(here, eq(cases.state, "closed"));
  if (view === "waiting") return and(here, eq(cases.state, "waiting"));
  if (view === "mine") return and(here, open, eq(cases.assigneeId, memberId(ctx.actor) ?? ""));
  if (view === "unassigned") return and(here, open, isNull(cases.assigneeId));
  return and(here, open);
}

function matching(ctx: Ctx, input: ListCases): SQL | undefined {
  const pattern = input.q && containing(input.q);
  return and(
    openedIn(ctx, input),
    input.reply ? hasReply(ctx, input.reply) : undefined,
    input.state ? eq(cases.state, input.state) : undefined,
    pattern
      ? or(
          ilike(contacts.name, pattern),
          ilike(contacts.email, pattern),
          ilike(responses.comment, pattern),
          ilike(accounts.name, pattern),
        )
      : undefined,
  );
}

function after(
  cursor: string | undefined,
  column: typeof cases.dueAt | typeof cases.openedAt,
  descending: boolean,
): SQL | undefined {
  if (!cursor) return undefined;
  const parts = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f-]{36})$/.exec(cursor);
  if (!parts)
    throw invalid("cursor", "This cursor is not one of ours. Leave it out to begin at the first page.");
  const here = sql`(${column}, ${cases.id})`;
  const there = sql`(${parts[1]}::timestamptz, ${parts[2]}::uuid)`;
  return descending ? sql`${here} < ${there}` : sql`${here} > ${there}`;
}

/**
 * A case with its answer (and the answer's earlier versions), the customer, the dialogue oldest first,
 * what happened, its closures, and those of the replies that have not left yet (`held`).
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
    closures,
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

function colleaguesOf(ctx: Ctx) {
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
