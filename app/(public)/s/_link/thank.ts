import { thanksPage } from "#app/(public)/_pages/thanks-page.ts";
import { gone } from "#app/(public)/_respond/gone.ts";
import { pageResponse } from "#app/(public)/_respond/page-response.ts";
import type { Runtime } from "#server/entry.ts";
import { languageOf } from "#server/i18n/locales.ts";
import { findLinkPage } from "./find-page.ts";

/** The thanks after an answer by a link. Whoever opens its address without having answered is thanked for nothing, and nothing is counted. */
export async function showLinkThanks(
  rt: Runtime,
  request: Request,
  token: string,
  score: number | null,
): Promise<Response> {
  const found = await findLinkPage(rt, request, token);
  if (!found || score === null) return gone(request);
  return pageResponse(200, (nonce) =>
    thanksPage(found.template.survey, {
      nonce,
      score,
      change: null,
      youSaid: found.link.youSaid[languageOf(found.template.survey.locale)],
      nextUrl: found.link.kind === "kiosk" ? `/s/${token}` : null,
    }),
  );
}
