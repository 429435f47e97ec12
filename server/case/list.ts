import { and, eq, ilike, or, type SQL, sql } from "drizzle-orm";
import { containing } from "#db/containing.ts";
import { accounts, caseOrigins, cases, contacts, responses, users } from "#db/schema/index.ts";
import { findAwayToday } from "#server/absence/queries.ts";
import type { Ctx } from "#server/context.ts";
import { hasCause, hasReply, hasTag, openedIn } from "./filter.ts";
import { heardAt, isUnread } from "./heard.ts";
import { beyond, inView, orderOf, positionOf } from "./order.ts";
import type { CaseState } from "./rules.ts";
import type { CaseSelection, ListCases } from "./schema.ts";

/**
 * One page of a view, what needs us first (urgency.ts; closed ones and all of them newest first), and the cursor of the
 * next page or null. `unread`: its customer was heard, at `heardAt`, after the acting member read it. `away`: until when the owner of a case that is not closed is away today, and who stands in; null where
 * they are here.
 */
export async function listCases(ctx: Ctx, input: ListCases) {
  const rows = await withPeople(ctx, input)
    .where(and(selected(ctx, input), input.cursor ? beyond(input.view, input.cursor) : undefined))
    .orderBy(...orderOf(input.view))
    .limit(input.limit + 1);
  const page = rows.slice(0, input.limit);
  const next = rows.length > input.limit ? (page.at(-1)?.position ?? null) : null;
  const away = page.some(isTendedTo) ? await findAwayToday(ctx) : null;
  const told = page.map(({ position, ...row }) => ({
    ...row,
    away: isTendedTo(row) ? (away?.get(row.assigneeId!) ?? null) : null,
  }));
  return { cases: told, next };
}

/** Whether it matters that the owner is there. */
const isTendedTo = ({ state, assigneeId }: { state: CaseState; assigneeId: string | null }): boolean =>
  state !== "closed" && assigneeId !== null;

const withPeople = (ctx: Ctx, { view }: CaseSelection) =>
  ctx.db
    .select({
      id: cases.id,
      state: cases.state,
      openedAt: cases.openedAt,
      dueAt: cases.dueAt,
      soonAt: cases.soonAt,
      firstReplyAt: cases.firstReplyAt,
      firstDueAt: cases.firstDueAt,
      heardAt,
      unread: isUnread(ctx),
      needsSince: cases.needsSince,
      needsBecause: cases.needsBecause,
      promiseFellAt: cases.promiseFellAt,
      promise: firstPromise,
      snoozedUntil: cases.snoozedUntil,
      assigneeId: cases.assigneeId,
      assigneeName: users.name,
      contactId: cases.contactId,
      contactName: contacts.name,
      contactEmail: contacts.email,
      accountName: accounts.name,
      score: responses.score,
      comment: responses.comment,
      cameBy: cases.cameBy,
      mergedInto: cases.mergedInto,
      said: caseOrigins.said,
      contactBy: responses.contactBy,
      contactPhone: responses.contactPhone,
      locale: responses.locale,
      worth: cases.worth,
      worthUnit: sql<
        string | null
      >`(SELECT value_unit FROM workspaces WHERE workspaces.id = cases.workspace_id)`,
      tags: sql<string[]>`ARRAY(SELECT tags.name FROM case_tags t
        JOIN tags ON tags.workspace_id = t.workspace_id AND tags.id = t.tag_id
        WHERE t.workspace_id = cases.workspace_id AND t.case_id = cases.id ORDER BY lower(tags.name))`,
      position: positionOf(view),
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
    .leftJoin(contacts, and(eq(contacts.workspaceId, cases.workspaceId), eq(contacts.id, cases.contactId)))
    .leftJoin(
      accounts,
      and(eq(accounts.workspaceId, contacts.workspaceId), eq(accounts.id, contacts.accountId)),
    )
    .leftJoin(users, eq(users.id, cases.assigneeId));

/** The open promise of a case that is due first, if any; its owner's name is null for nobody's. */
const firstPromise = sql<{ text: string; dueOn: string; ownerName: string | null } | null>`(
  SELECT json_build_object('text', p.text, 'dueOn', p.due_on, 'ownerName', owner.name)
  FROM promises p LEFT JOIN users owner ON owner.id = p.owner_id
  WHERE p.workspace_id = cases.workspace_id AND p.case_id = cases.id AND p.ended_at IS NULL
  ORDER BY p.due_on, p.id LIMIT 1)`;

/** The cases of a view that its filters and the words searched for let through. */
function selected(ctx: Ctx, input: CaseSelection): SQL {
  const pattern = input.q && containing(input.q);
  return and(
    inView(ctx, input.view),
    openedIn(ctx, input),
    input.reply ? hasReply(ctx, input.reply) : undefined,
    input.state ? eq(cases.state, input.state) : undefined,
    input.tag ? hasTag(input.tag) : undefined,
    input.cause ? hasCause(input.cause) : undefined,
    pattern
      ? or(
          ilike(contacts.name, pattern),
          ilike(contacts.email, pattern),
          ilike(responses.comment, pattern),
          ilike(caseOrigins.said, pattern),
          ilike(accounts.name, pattern),
        )
      : undefined,
  )!;
}

/**
 * The cases beside one in a view, as the list shows them: the one before and the one after, null at an end. Of a case
 * that is not in the view any more, those between which it would stand.
 */
export async function findNeighbours(ctx: Ctx, input: CaseSelection & { caseId: string }) {
  const [here] = await ctx.db
    .select({ position: positionOf(input.view) })
    .from(cases)
    .where(and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.id, input.caseId)));
  const beside = async (backwards: boolean) => {
    if (!here) return null;
    const [one] = await withPeople(ctx, input)
      .where(and(selected(ctx, input), beyond(input.view, here.position, { backwards })))
      .orderBy(...orderOf(input.view, { backwards }))
      .limit(1);
    return one ? { id: one.id, name: one.contactName ?? one.contactEmail } : null;
  };
  return { previous: await beside(true), next: await beside(false) };
}
