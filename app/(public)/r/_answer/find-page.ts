import type { AnswerPageTemplate } from "#app/(public)/_pages/answer-template.ts";
import { enhanceAnswer } from "#app/(public)/_pages/enhance.ts";
import { templateOf } from "#app/(public)/_respond/template-of.ts";
import { type Runtime, withToken, withTokenAtOnce } from "#server/entry.ts";
import { type Asked, findAsked, findWords } from "#server/response/find-asked.ts";

/** What a link leads to, and its page but for what differs from view to view. Null when it leads nowhere. */
export async function findPage(
  rt: Runtime,
  token: string,
): Promise<{ asked: Asked; template: AnswerPageTemplate } | null> {
  const asked = await withTokenAtOnce(rt, "answer", token, findAsked);
  if (!asked) return null;
  const words = () => withToken(rt, "answer", token, (ctx) => findWords(ctx, asked.surveyId));
  return { asked, template: await templateOf({ ...asked, script: enhanceAnswer }, words) };
}
