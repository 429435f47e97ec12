import { answerPage } from "#app/(public)/_pages/answer-page.ts";
import { answerPageTemplate } from "#app/(public)/_pages/answer-template.ts";
import { thanksPage } from "#app/(public)/_pages/thanks-page.ts";
import { gone } from "#app/(public)/_respond/gone.ts";
import { pageResponse } from "#app/(public)/_respond/page-response.ts";
import { readForm } from "#app/(public)/r/_answer/read-form.ts";
import { findPreview } from "#server/campaign/find-preview.ts";
import { workspaceOfCampaign } from "#server/campaign/queries.ts";
import { atTheDoor } from "#server/context.ts";
import { asSystem, type Runtime } from "#server/entry.ts";
import { openPreviewKey } from "#server/invitation/preview-key.ts";

/** The answer page as the links of a test mail show it: like the customer's, marked as a test, without an invitation behind it. */
export async function showPreview(
  rt: Runtime,
  request: Request,
  key: string,
  chosen: number | null,
): Promise<Response> {
  const survey = await findSurvey(rt, key);
  if (!survey) return gone(request);
  return pageResponse(200, (nonce) =>
    answerPage(answerPageTemplate(survey), {
      nonce,
      action: `/r/preview/${key}`,
      hidden: {},
      score: chosen,
      comment: "",
      test: true,
    }),
  );
}

/** The thanks after a test: nothing is recorded. Without a score the page comes back and says so. */
export async function thankForTest(rt: Runtime, request: Request, key: string): Promise<Response> {
  const survey = await findSurvey(rt, key);
  if (!survey) return gone(request);
  const form = await readForm(request);
  const score = scoreOf(form?.get("score"));
  if (score !== null) {
    return pageResponse(200, (nonce) => thanksPage(survey, { nonce, score, change: null, test: true }));
  }
  return pageResponse(422, (nonce) =>
    answerPage(answerPageTemplate(survey), {
      nonce,
      action: `/r/preview/${key}`,
      hidden: {},
      score,
      comment: form?.get("comment") ?? "",
      drivers: form?.getAll("driver") ?? [],
      problems: ["scoreMissing"],
      test: true,
    }),
  );
}

/** The score that `text` says, or null when it is no number from 0 to 10. */
export function scoreOf(text: string | null | undefined): number | null {
  return text != null && /^(?:\d|10)$/.test(text) ? Number(text) : null;
}

async function findSurvey(rt: Runtime, key: string) {
  const preview = openPreviewKey(rt.tokens, key);
  const workspaceId =
    preview && (await atTheDoor(rt.connection.db, (tx) => workspaceOfCampaign(tx, preview.campaignId)));
  return workspaceId ? asSystem(rt, workspaceId, "preview", (ctx) => findPreview(ctx, preview)) : null;
}
