import { and, desc, eq, isNull, ne, sql } from "drizzle-orm";
import {
  accounts,
  answerColumns,
  campaigns,
  cases,
  contacts,
  responses,
  responseVersions,
  surveyLinks,
  surveys,
  teams,
} from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { labelled } from "#server/driver/rules.ts";
import { notFound } from "#server/errors.ts";
import { lastConsent } from "#server/quote/queries.ts";
import { aboutAnswer, caseShown, ofAnswer } from "./joined.ts";
import { markFound } from "./mark-found.ts";
import { localeOf } from "./queries.ts";
import type { GetResponse } from "./schema.ts";
import { searchFor } from "./search.ts";

const mostOthers = 5;

/**
 * An answer with its earlier versions, oldest first, its case or null, the last consent to quote it or null, the
 * customer who gave it and the last five they gave besides, newest first, and where the words of `q` stand in it, or null.
 *
 * @throws NOT_FOUND when it is not in this workspace.
 */
export async function getResponse(ctx: Ctx, input: GetResponse) {
  const last = lastConsent(ctx);
  const [row] = await ctx.db
    .select({
      response: answerColumns,
      surveyName: surveys.name,
      offered: surveys.drivers,
      campaignName: campaigns.name,
      teamName: teams.name,
      linkName: surveyLinks.name,
      contactName: contacts.name,
      contactEmail: contacts.email,
      accountName: accounts.name,
      case: caseShown,
      quote: last.shown,
    })
    .from(responses)
    .innerJoin(surveys, ofAnswer("surveys"))
    .leftJoin(campaigns, ofAnswer("campaigns"))
    .leftJoin(teams, ofAnswer("teams"))
    .leftJoin(surveyLinks, ofAnswer("surveyLinks"))
    .leftJoin(contacts, ofAnswer("contacts"))
    .leftJoin(accounts, ofAnswer("accounts"))
    .leftJoin(cases, aboutAnswer)
    .leftJoinLateral(last.consents, sql`true`)
    .where(and(eq(responses.workspaceId, ctx.workspaceId), eq(responses.id, input.responseId)));
  if (!row) throw notFound("answer");

  const { offered, ...found } = row;
  const { response } = found;
  const preferred = [await localeOf(ctx), response.locale];
  const reasons = (chosen: readonly string[]) => labelled(chosen, offered, preferred);
  const versions = await versionsOf(ctx, response.id);
  const search = await searchFor(ctx, input.q);
  const [marked] = await markFound(ctx, search, [{ ...response, ...found }]);
  return {
    ...found,
    drivers: reasons(response.drivers),
    versions: versions.map((version) => ({ ...version, drivers: reasons(version.drivers) })),
    others: response.contactId ? await othersOf(ctx, response.contactId, response.id) : [],
    marks: marked!.marks,
  };
}

function versionsOf(ctx: Ctx, responseId: string) {
  return ctx.db
    .select()
    .from(responseVersions)
    .where(
      and(eq(responseVersions.workspaceId, ctx.workspaceId), eq(responseVersions.responseId, responseId)),
    )
    .orderBy(responseVersions.version);
}

function othersOf(ctx: Ctx, contactId: string, responseId: string) {
  return ctx.db
    .select({
      id: responses.id,
      score: responses.score,
      comment: responses.comment,
      locale: responses.locale,
      answeredAt: responses.answeredAt,
    })
    .from(responses)
    .where(
      and(
        eq(responses.workspaceId, ctx.workspaceId),
        eq(responses.contactId, contactId),
        ne(responses.id, responseId),
        isNull(responses.withdrawnAt),
      ),
    )
    .orderBy(desc(responses.answeredAt))
    .limit(mostOthers);
}
