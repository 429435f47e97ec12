import type { Ctx } from "#server/context.ts";
import { invalid } from "#server/errors.ts";
import { listTemplates } from "./queries.ts";
import { isOnlyTemplate, unfilledIn } from "./rules.ts";

/**
 * @throws INVALID on `text` for a reply in which something is still to be filled in, or that is a template and nothing
 * else.
 */
export async function requireOwnWords(ctx: Ctx, text: string): Promise<void> {
  const [unfilled] = unfilledIn(text);
  if (unfilled) throw invalid("text", `${unfilled} is not filled in. Write it yourself, or take it out.`);
  const templates = await listTemplates(ctx);
  if (
    isOnlyTemplate(
      text,
      templates.map((one) => one.text),
    )
  )
    throw invalid(
      "text",
      "Add a sentence of your own: what this customer wrote deserves more than a text that everybody gets.",
    );
}
