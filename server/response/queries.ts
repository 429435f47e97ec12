import { and, desc, eq, ilike, or, type SQL, sql } from "drizzle-orm";
import { containing } from "#db/containing.ts";
import {
  accounts,
  cases,
  contacts,
  responses,
  responseVersions,
  surveyLinks,
  surveys,
  workspaces,
} from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { labelled } from "#server/driver/rules.ts";
import { invalid, notFound } from "#server/errors.ts";
import { filtered } from "./filter.ts";
import type { ListResponses } from "./schema.ts";

/** One page of answers, newest first, each with the case it opened or null, and the cursor of the next page or null. */
export async function listResponses(ctx: Ctx, input: ListResponses) {
  const rows = await ctx.db
    .select({
      id: responses.id,
      score: responses.score,
      comment: responses.comment,
      chosen: responses.drivers,
      offered: surveys.drivers,
      contactBy: responses.contactBy,
      contactPhone: responses.contactPhone,
      version: responses.version,
      locale: responses.locale,
      channel: responses.channel,
      touchpoint: responses.touchpoint,
      attributes: responses.attributes,
      answeredAt: responses.answeredAt,
      surveyId: responses.surveyId,
      surveyName: surveys.name,
      contactId: responses.contactId,
      contactName: contacts.name,
      contactEmail: contacts.email,
      accountName: accounts.name,
      case: {
        id: cases.id,
        state: cases.state,
        openedAt: cases.openedAt,
        dueAt: cases.dueAt,
        firstReplyAt: cases.firstReplyAt,
      },
      spoken: sql<string>`(SELECT locale FROM workspaces WHERE id = ${ctx.workspaceId})`,
      position: sql<string>`to_char(${responses.answeredAt} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
    })
    .from(responses)
    .innerJoin(
      surveys,
      and(eq(surveys.workspaceId, responses.workspaceId), eq(surveys.id, responses.surveyId)),
    )
    .leftJoin(
      contacts,
      and(eq(contacts.workspaceId, responses.workspaceId), eq(contacts.id, responses.contactId)),
    )
    .leftJoin(
      accounts,
      and(eq(accounts.workspaceId, responses.workspaceId), eq(accounts.id, responses.accountId)),
    )
    .leftJoin(cases, and(eq(cases.workspaceId, responses.workspaceId), eq(cases.responseId, responses.id)))
    .where(and(filtered(ctx, input), matching(input), before(input.cursor)))
    .orderBy(desc(responses.answeredAt), desc(responses.id))
    .limit(input.limit + 1);

  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  const next = rows.length > input.limit && last ? `${last.position}_${last.id}` : null;
  return {
    responses: page.map(({ position, chosen, offered, spoken, ...row }) => ({
      ...row,
      drivers: labelled(chosen, offered, [spoken, row.locale]),
    })),
    next,
  };
}

/** The language of the workspace, in which its people read. */
async function localeOf(ctx: Ctx): Promise<string> {
  const [workspace] = await ctx.db
    .select({ locale: workspaces.locale })
    .from(workspaces)
    .where(eq(workspaces.id, ctx.workspaceId));
  return workspace!.locale;
}

function matching(input: ListResponses): SQL | undefined {
  const pattern = input.q && containing(input.q);
  if (!pattern) return undefined;
  return or(
    ilike(responses.comment, pattern),
    ilike(contacts.name, pattern),
    ilike(contacts.email, pattern),
    ilike(accounts.name, pattern),
  );
}

function before(cursor: string | undefined): SQL | undefined {
  if (!cursor) return undefined;
  const parts = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f-]{36})$/.exec(cursor);
  if (!parts)
    throw invalid("cursor", "This cursor is not one of ours. Leave it out to begin at the first page.");
  return sql`(${responses.answeredAt}, ${responses.id}) < (${parts[1]}::timestamptz, ${parts[2]}::uuid)`;
}

/**
 * An answer with its earlier versions, oldest first, and the customer who gave it.
 * @throws NOT_FOUND when it is not in this workspace.
 */
export async function getResponse(ctx: Ctx, input: { responseId: string }) {
  const [row] = await ctx.db
    .select({
      response: responses,
      surveyName: surveys.name,
      offered: surveys.drivers,
      contactName: contacts.name,
      contactEmail: contacts.email,
      accountName: accounts.name,
      linkName: surveyLinks.name,
    })
    .from(responses)
    .innerJoin(
      surveys,
      and(eq(surveys.workspaceId, responses.workspaceId), eq(surveys.id, responses.surveyId)),
    )
    .leftJoin(
      contacts,
      and(eq(contacts.workspaceId, responses.workspaceId), eq(contacts.id, responses.contactId)),
    )
    .leftJoin(
      accounts,
      and(eq(accounts.workspaceId, responses.workspaceId), eq(accounts.id, responses.accountId)),
    )
    .leftJoin(
      surveyLinks,
      and(eq(surveyLinks.workspaceId, responses.workspaceId), eq(surveyLinks.id, responses.surveyLinkId)),
    )
    .where(and(eq(responses.workspaceId, ctx.workspaceId), eq(responses.id, input.responseId)));
  if (!row) throw notFound("answer");
  const versions = await ctx.db
    .select()
    .from(responseVersions)
    .where(
      and(
        eq(responseVersions.workspaceId, ctx.workspaceId),
        eq(responseVersions.responseId, input.responseId),
      ),
    )
    .orderBy(responseVersions.version);
  const [found] = await ctx.db
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.responseId, input.responseId)));
  const { offered, ...answer } = row;
  const drivers = labelled(row.response.drivers, offered, [await localeOf(ctx), row.response.locale]);
  return { ...answer, drivers, versions, caseId: found?.id ?? null };
}

/** What every page of answers needs beside them: language and time zone of the workspace, and its surveys by name. */
export async function getFrame(ctx: Ctx) {
  const [workspace] = await ctx.db
    .select({ locale: workspaces.locale, timezone: workspaces.timezone })
    .from(workspaces)
    .where(eq(workspaces.id, ctx.workspaceId));
  const named = await ctx.db
    .select({ id: surveys.id, name: surveys.name })
    .from(surveys)
    .where(eq(surveys.workspaceId, ctx.workspaceId))
    .orderBy(surveys.name);
  return { ...workspace!, surveys: named };
}
