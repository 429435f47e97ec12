import { runPrepared } from "#db/prepared.ts";
import type { AtOnce, Ctx } from "#server/context.ts";
import type { StoredDriver } from "#server/driver/rules.ts";
import type { Tone } from "#server/i18n/locales.ts";
import type { StoredTexts } from "#server/survey/rules.ts";
import { wishOf } from "./rules.ts";
import type { ContactWish } from "./schema.ts";

/** What the answer page needs to know of an invitation: the survey's words, who asks, and what was answered. */
export type Asked = {
  surveyId: string;
  /** Another one whenever words of the page may have changed; they themselves are read by `findWords`. */
  words: string;
  companyName: string;
  locale: string;
  timezone: string;
  expiresAt: Date;
  answered: {
    score: number;
    comment: string | null;
    drivers: string[];
    contact: ContactWish;
    at: Date;
  } | null;
};

/** The invitation that a link's token names, or null when it is gone or its time is over. Reads only. */
export async function findAsked(ctx: AtOnce, invitationNumber: number): Promise<Asked | null> {
  const [row] = await runPrepared<Row>(ctx.db, "SELECT * FROM svar_asked($1, $2)", [
    ctx.workspaceId,
    invitationNumber,
  ]);
  if (!row) return null;
  const { score, comment, answered_at: at } = row;
  const expiresAt = new Date(row.expires_at);
  if (expiresAt <= ctx.now) return null;
  return {
    surveyId: row.survey_id,
    words: row.words,
    companyName: row.company_name,
    locale: row.locale,
    timezone: row.timezone,
    expiresAt,
    answered:
      score === null || at === null
        ? null
        : {
            score,
            comment,
            drivers: row.drivers ?? [],
            contact: wishOf({ contactBy: row.contact_by, contactPhone: row.contact_phone }),
            at: new Date(at),
          },
  };
}

/** The company's own words for a survey, per language, its tone and its drivers. */
export async function findWords(ctx: Ctx, surveyId: string): Promise<Words> {
  const [row] = await runPrepared<Words>(
    ctx.db,
    "SELECT texts, tone, drivers FROM surveys WHERE workspace_id = $1::uuid AND id = $2::uuid",
    [ctx.workspaceId, surveyId],
  );
  return row ?? { texts: {}, tone: "informal", drivers: [] };
}

export type Words = { texts: StoredTexts; tone: Tone; drivers: StoredDriver[] };

/** As svar_asked (migration 0030) returns it. */
type Row = {
  survey_id: string;
  words: string;
  company_name: string;
  locale: string;
  timezone: string;
  expires_at: string;
  score: number | null;
  comment: string | null;
  drivers: string[] | null;
  contact_by: "email" | "phone" | null;
  contact_phone: string | null;
  answered_at: string | null;
};
