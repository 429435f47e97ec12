import { and, eq, type SQL } from "drizzle-orm";
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

const referring = {
  surveys: [surveys, responses.surveyId],
  campaigns: [campaigns, responses.campaignId],
  teams: [teams, responses.teamId],
  surveyLinks: [surveyLinks, responses.surveyLinkId],
  contacts: [contacts, responses.contactId],
  accounts: [accounts, responses.accountId],
} as const;

/** What joins an answer to its survey, its campaign and whatever else it names. */
export function ofAnswer(name: keyof typeof referring): SQL {
  const [table, id] = referring[name];
  return and(eq(table.workspaceId, responses.workspaceId), eq(table.id, id))!;
}

/** What joins an answer to the case about it. */
export const aboutAnswer: SQL = and(
  eq(cases.workspaceId, responses.workspaceId),
  eq(cases.responseId, responses.id),
)!;

/** What an answer's place shows of its case. */
export const caseShown = {
  id: cases.id,
  state: cases.state,
  openedAt: cases.openedAt,
  dueAt: cases.dueAt,
  soonAt: cases.soonAt,
  firstReplyAt: cases.firstReplyAt,
  needsSince: cases.needsSince,
  needsBecause: cases.needsBecause,
  firstDueAt: cases.firstDueAt,
};
