import { and, desc, eq, exists, gte, inArray, isNotNull, isNull, lt, type SQL, sql } from "drizzle-orm";
import {
  accounts,
  answerEvidence,
  contacts,
  invitations,
  outboundMails,
  responses,
  surveys,
  users,
  workspaces,
} from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { invalid } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { inGroup, narrowed, startOf } from "#server/response/filter.ts";
import type { ResponseFilter } from "#server/response/schema.ts";
import { doubtsAbout } from "./rules.ts";
import type { ListProvisional } from "./schema.ts";

/** What makes a row of answer_evidence a provisional answer of this workspace: settled, undecided, and no answer came. */
export function provisional(ctx: Ctx): SQL {
  return and(isNull(answerEvidence.settleAt), unanswered(ctx))!;
}

/** A row of this workspace with a number that nobody sent, nor decided about. */
function unanswered(ctx: Ctx): SQL {
  return and(
    eq(answerEvidence.workspaceId, ctx.workspaceId),
    isNull(answerEvidence.decision),
    isNotNull(answerEvidence.score),
    // Asked row by row: of many that were opened and few that were answered a join looks at all to find some.
    sql`(SELECT ${responses.id} FROM ${responses} WHERE ${eq(responses.workspaceId, answerEvidence.workspaceId)}
      AND ${eq(responses.invitationId, answerEvidence.invitationId)}) IS NULL`,
  )!;
}

/** When the mail was handed over, the last time before the gesture; a reminder is one too. */
const handedOverAt: SQL<Date | null> = sql`(
  SELECT max(m.sent_at) FROM ${outboundMails} m
  WHERE m.workspace_id = ${answerEvidence.workspaceId} AND m.invitation_id = ${answerEvidence.invitationId}
    AND m.kind IN ('invitation', 'reminder') AND m.sent_at <= coalesce(${answerEvidence.gestureAt}, 'infinity'))`.mapWith(
  invitations.sentAt,
);

const trace = {
  requested: answerEvidence.requested,
  opened: answerEvidence.opened,
  firstAt: answerEvidence.firstAt,
  decoyAt: answerEvidence.decoyAt,
  gestureAt: answerEvidence.gestureAt,
  visibleMs: answerEvidence.visibleMs,
  handedOverAt,
};

/** Those of these invitations whose answer is provisional, with what was seen of them. */
export function provisionalTraces(ctx: Ctx, invitationIds: string[]) {
  return ctx.db
    .select({
      ...trace,
      score: sql<number>`${answerEvidence.score}`,
      lastAt: answerEvidence.lastAt,
      invitationNumber: invitations.number,
      confirmedOnly: workspaces.confirmedOnly,
    })
    .from(answerEvidence)
    .innerJoin(
      invitations,
      and(
        eq(invitations.workspaceId, answerEvidence.workspaceId),
        eq(invitations.id, answerEvidence.invitationId),
      ),
    )
    .innerJoin(workspaces, eq(workspaces.id, answerEvidence.workspaceId))
    .where(and(provisional(ctx), inArray(answerEvidence.invitationId, invitationIds)));
}

/** One page of provisional answers, the last first, each with who was asked and what speaks against it; the cursor of the next page or null. */
export async function listProvisional(ctx: Ctx, input: ListProvisional) {
  const rows = await ctx.db
    .select({
      ...trace,
      invitationId: answerEvidence.invitationId,
      score: sql<number>`${answerEvidence.score}`,
      lastAt: answerEvidence.lastAt,
      confirmedOnly: workspaces.confirmedOnly,
      surveyName: surveys.name,
      contactId: invitations.contactId,
      contactName: contacts.name,
      contactEmail: contacts.email,
      accountName: accounts.name,
      position: sql<string>`to_char(${answerEvidence.lastAt} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
    })
    .from(answerEvidence)
    .innerJoin(
      invitations,
      and(
        eq(invitations.workspaceId, answerEvidence.workspaceId),
        eq(invitations.id, answerEvidence.invitationId),
      ),
    )
    .innerJoin(workspaces, eq(workspaces.id, answerEvidence.workspaceId))
    .innerJoin(
      surveys,
      and(eq(surveys.workspaceId, invitations.workspaceId), eq(surveys.id, invitations.surveyId)),
    )
    .innerJoin(
      contacts,
      and(eq(contacts.workspaceId, invitations.workspaceId), eq(contacts.id, invitations.contactId)),
    )
    .leftJoin(
      accounts,
      and(eq(accounts.workspaceId, invitations.workspaceId), eq(accounts.id, invitations.accountId)),
    )
    .where(and(provisional(ctx), before(input.cursor)))
    .orderBy(desc(answerEvidence.lastAt), desc(answerEvidence.invitationId))
    .limit(input.limit + 1);
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    answers: page.map(({ position, confirmedOnly, ...row }) => ({
      ...row,
      doubts: doubtsAbout(row, confirmedOnly),
    })),
    next: rows.length > input.limit && last ? `${last.position}_${last.invitationId}` : null,
  };
}

function before(cursor: string | undefined): SQL | undefined {
  if (!cursor) return undefined;
  const parts = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f-]{36})$/.exec(cursor);
  if (!parts) throw invalid("cursor", refusal("cursor"));
  return sql`(${answerEvidence.lastAt}, ${answerEvidence.invitationId}) < (${parts[1]}::timestamptz, ${parts[2]}::uuid)`;
}

/**
 * How many answers are provisional of those that a filter would let through, by the day when the link was opened
 * last. None has a comment or a reason, and all came by mail.
 */
export async function countProvisional(ctx: Ctx, filter: ResponseFilter): Promise<number> {
  const [row] = await ctx.db.execute<{ n: number }>(sql`SELECT ${provisionalIn(ctx, filter)} AS n`);
  return row!.n;
}

/** The same as a part of a statement; one more than `most` when there are more, for the rest is not counted then. */
export const provisionalIn = (ctx: Ctx, filter: ResponseFilter, most?: number): SQL =>
  openedIn(ctx, filter, provisional(ctx), most);

/** How many such numbers were opened so lately that it is not settled yet whether they count: ten minutes at most. */
export const unsettledIn = (ctx: Ctx, filter: ResponseFilter): SQL =>
  openedIn(ctx, filter, and(isNotNull(answerEvidence.settleAt), unanswered(ctx))!);

function openedIn(ctx: Ctx, filter: ResponseFilter, which: SQL, most?: number): SQL {
  const { channel, driver, commented, group, ...asked } = filter;
  if (driver || commented || (channel && channel !== "email")) return sql`0`;
  const wanted = and(
    filter.survey ? eq(invitations.surveyId, filter.survey) : undefined,
    narrowed(asked, sql`${invitations}`),
  );
  const found = and(
    which,
    filter.from ? gte(answerEvidence.lastAt, startOf(ctx, sql`${filter.from}::date`)) : undefined,
    filter.to ? lt(answerEvidence.lastAt, startOf(ctx, sql`(${filter.to}::date + 1)`)) : undefined,
    inGroup(group, sql`${answerEvidence.score}`),
    wanted && exists(invitationWith(ctx, wanted)),
  );
  const end = most === undefined ? sql`` : sql`LIMIT ${most + 1}`;
  return sql`(SELECT count(*)::int FROM (SELECT FROM ${answerEvidence} WHERE ${found} ${end}) AS opened)`;
}

function invitationWith(ctx: Ctx, wanted: SQL) {
  return ctx.db
    .select({ one: sql`1` })
    .from(invitations)
    .where(
      and(
        eq(invitations.workspaceId, answerEvidence.workspaceId),
        eq(invitations.id, answerEvidence.invitationId),
        wanted,
      ),
    );
}

/** What was seen of the links of an answer's invitation, and who released it; null when nothing was. */
export async function evidenceOf(ctx: Ctx, input: { responseId: string }) {
  const [row] = await ctx.db
    .select({
      ...trace,
      decision: answerEvidence.decision,
      decidedAt: answerEvidence.decidedAt,
      decidedBy: users.name,
    })
    .from(responses)
    .innerJoin(
      answerEvidence,
      and(
        eq(answerEvidence.workspaceId, responses.workspaceId),
        eq(answerEvidence.invitationId, responses.invitationId),
      ),
    )
    .leftJoin(users, eq(users.id, answerEvidence.decidedBy))
    .where(and(eq(responses.workspaceId, ctx.workspaceId), eq(responses.id, input.responseId)));
  return row ?? null;
}
