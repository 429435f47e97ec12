import type { AnswerPageTemplate } from "#app/(public)/_pages/answer-template.ts";
import { enhanceKiosk, enhanceLink } from "#app/(public)/_pages/enhance.ts";
import { localeOf } from "#app/(public)/_respond/locale-of.ts";
import { templateOf } from "#app/(public)/_respond/template-of.ts";
import { type Runtime, withToken } from "#server/entry.ts";
import { findSurveyLink, type OpenSurveyLink } from "#server/survey-link/queries.ts";

/** What a link for everybody leads to, and its page in the link's language or the browser's. Null when it leads nowhere. */
export async function findLinkPage(
  rt: Runtime,
  request: Request,
  token: string,
): Promise<{ link: OpenSurveyLink; template: AnswerPageTemplate } | null> {
  const link = await withToken(rt, "survey-link", token, findSurveyLink);
  if (!link) return null;
  const locale = link.locale ?? localeOf(request);
  const script = link.kind === "kiosk" ? enhanceKiosk : enhanceLink;
  const page = { ...link, words: link.words.toISOString(), locale, script };
  return { link, template: await templateOf(page, async () => link) };
}
