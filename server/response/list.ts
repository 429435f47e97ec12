import { and, type SQL, sql } from "drizzle-orm";
import { selectOften } from "#db/prepared.ts";
import {
  accounts,
  campaigns,
  cases,
  contacts,
  responses,
  surveyLinks,
  surveys,
  teams,
} from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { labelled } from "#server/driver/rules.ts";
import { quotableAs } from "#server/quote/queries.ts";
import { aboutAnswer, caseShown, ofAnswer } from "./joined.ts";
import { markFound } from "./mark-found.ts";
import { inOrder, positionOf, restOf } from "./order.ts";
import type { ListResponses } from "./schema.ts";
import { searchedFor } from "./search.ts";

/**
 * One page of answers in the order asked for, each with its case or null and where the words looked for stand in it,
 * and the cursor of the next page or null.
 *
 * @throws INVALID on `cursor` for one that is none of that order's.
 */
export async function listResponses(ctx: Ctx, input: ListResponses) {
  const { search, where } = await searchedFor(ctx, input);
  const { rows, next } = await readPage(ctx, where, input);
  return { responses: await markFound(ctx, search, rows), next };
}

/** How many are read at once; what is more than was asked for is left out. */
const amounts = [9, 51, 201];

/**
 * The least of `amounts` that will do, in the statement's own text: of a parameter PostgreSQL takes a tenth of all
 * rows for granted, and so would plan the statement anew each time, which takes longer than to run it.
 */
function oneOf(least: number): number {
  const amount = amounts.find((one) => one >= least) ?? least;
  return sql.raw(`${amount}`) as unknown as number;
}

type Page = Pick<ListResponses, "sort" | "cursor" | "limit">;

/** One page of the answers that `where` lets through, and the cursor of the next page or null. */
export async function readPage(ctx: Ctx, where: SQL, page: Page) {
  const query = ctx.db
    .select({
      id: responses.id,
      score: responses.score,
      comment: responses.comment,
      chosen: responses.drivers,
      offered: surveys.drivers,
      contactBy: responses.contactBy,
      contactPhone: responses.contactPhone,
      version: responses.version,
      evidence: responses.evidence,
      locale: responses.locale,
      channel: responses.channel,
      touchpoint: responses.touchpoint,
      employee: responses.employee,
      attributes: responses.attributes,
      answeredAt: responses.answeredAt,
      updatedAt: responses.updatedAt,
      surveyId: responses.surveyId,
      surveyName: surveys.name,
      campaignId: responses.campaignId,
      campaignName: campaigns.name,
      teamId: responses.teamId,
      teamName: teams.name,
      linkName: surveyLinks.name,
      contactId: responses.contactId,
      contactName: contacts.name,
      contactEmail: contacts.email,
      contactExternalId: contacts.externalId,
      accountName: accounts.name,
      case: caseShown,
      quote: quotableAs,
      spoken: sql<string>`(SELECT locale FROM workspaces WHERE id = ${ctx.workspaceId})`,
      position: positionOf(page.sort),
    })
    .from(responses)
    .innerJoin(surveys, ofAnswer("surveys"))
    .leftJoin(campaigns, ofAnswer("campaigns"))
    .leftJoin(teams, ofAnswer("teams"))
    .leftJoin(surveyLinks, ofAnswer("surveyLinks"))
    .leftJoin(contacts, ofAnswer("contacts"))
    .leftJoin(accounts, ofAnswer("accounts"))
    .leftJoin(cases, aboutAnswer)
    .where(and(where, restOf(where, page)))
    .orderBy(...inOrder(page.sort))
    .limit(oneOf(page.limit + 1));
  const rows = await selectOften(query);

  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    rows: shown.map(({ position, chosen, offered, spoken, ...row }) => ({
      ...row,
      drivers: labelled(chosen, offered, [spoken, row.locale]),
    })),
    next: rows.length > page.limit && last ? last.position : null,
  };
}
