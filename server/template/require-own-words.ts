import type { Ctx } from "#server/context.ts";
import { invalid } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { listTemplates } from "./queries.ts";
import { isOnlyTemplate, unfilledIn } from "./rules.ts";

/**
 * @throws INVALID on `text` for a reply in which something is still to be filled in, or that is a template and nothing
 * else.
 */
export async function requireOwnWords(ctx: Ctx, text: string): Promise<void> {
  const [unfilled] = unfilledIn(text);
  if (unfilled) throw invalid("text", refusal("ownWordsOpen", { written: unfilled }));
  const templates = await listTemplates(ctx);
  if (
    isOnlyTemplate(
      text,
      templates.map((one) => one.text),
    )
  )
    throw invalid("text", refusal("ownWords"));
}
