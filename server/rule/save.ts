import { newId } from "#db/id.ts";
import { caseRules } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { DomainError, invalid } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { ensureTag } from "#server/tag/ensure.ts";
import { listTemplates } from "#server/template/queries.ts";
import { reviewSiteIn } from "#server/template/review-sites.ts";
import { listMembers } from "#server/workspace/queries.ts";
import { keepVersion, nextVersion } from "./next-version.ts";
import { listRules, type Rule } from "./queries.ts";
import { requireThanks } from "./require-thanks.ts";
import { spares, usualActions } from "./rules.ts";
import type { RuleActions, SaveRule, TryRule } from "./schema.ts";

/** More rules than these are looked through by nobody. */
const mostRules = 50;

/**
 * Keeps a rule: a new one comes first and is a draft, one with an id is changed, and with `on` it decides from now on; what
 * is on already stays on. Returns its id.
 * @throws INVALID naming the field, NOT_FOUND for one that is not here or was ended, CONFLICT when a colleague changed it
 * since it was seen, LIMIT_REACHED when there are 50.
 */
export async function saveRule(ctx: Ctx, input: SaveRule): Promise<{ ruleId: string }> {
  const standing = await listRules(ctx);
  const same = standing.find(
    ({ id, name }) => id !== input.ruleId && name.toLowerCase() === input.name.toLowerCase(),
  );
  if (same) throw invalid("name", refusal("ruleTaken"));
  const { name, conditions } = input;
  const words = { name, conditions, actions: await actionsOf(ctx, input) };
  const row = input.ruleId
    ? await nextVersion(ctx, { ruleId: input.ruleId, version: input.version ?? 0 }, "changed", words)
    : await make(ctx, standing, words);
  if (input.on && !row.onAt) {
    const on = { onAt: ctx.now, onBy: memberId(ctx.actor), offAt: null, offBy: null };
    await nextVersion(ctx, { ruleId: row.id, version: row.version }, "on", on);
  }
  return { ruleId: row.id };
}

async function make(
  ctx: Ctx,
  standing: readonly Rule[],
  words: Pick<Rule, "name" | "conditions" | "actions">,
) {
  if (standing.length >= mostRules)
    throw new DomainError("LIMIT_REACHED", refusal("rulesMost", { count: mostRules }));
  const [row] = await ctx.db
    .insert(caseRules)
    .values({
      ...{ workspaceId: ctx.workspaceId, id: newId(ctx.now.getTime()), ...words },
      ...{ place: (standing[0]?.place ?? 1) - 1, madeAt: ctx.now, madeBy: memberId(ctx.actor) },
    })
    .returning();
  await keepVersion(ctx, row!, "made");
  return row!;
}

async function actionsOf(ctx: Ctx, input: TryRule): Promise<RuleActions> {
  if (!input.opens) {
    await requireThanks(ctx, input);
    return { ...usualActions, opens: false, known: false, tellAssignee: false, thanks: input.thanks };
  }
  await requireMembers(ctx, input.people);
  if (input.templateId) await requireTemplate(ctx, input);
  const tags = new Set<string>();
  for (const name of input.tags) tags.add((await ensureTag(ctx, name)).id);
  const { opens, known, dueHours, tellAssignee, tellLead, templateId } = input;
  const people = [...new Set(input.people)];
  return {
    opens,
    known,
    people,
    dueHours,
    tellAssignee,
    tellLead,
    tagIds: [...tags],
    templateId,
    thanks: null,
  };
}

async function requireMembers(ctx: Ctx, people: readonly string[]): Promise<void> {
  const members = await listMembers(ctx);
  if (people.some((id) => !members.some(({ userId }) => userId === id)))
    throw invalid("people", refusal("ruleColleagues"));
}

/** @throws INVALID for one that is not offered, and for one that asks satisfied customers alone for a review. */
async function requireTemplate(
  ctx: Ctx,
  { templateId, conditions }: Pick<TryRule, "templateId" | "conditions">,
): Promise<void> {
  const templates = await listTemplates(ctx);
  const template = templates.find(({ id }) => id === templateId);
  if (!template) throw invalid("templateId", refusal("templateGone"));
  if (!spares(conditions)) return;
  const name = template.name.toLowerCase();
  for (const one of templates.filter((other) => other.name.toLowerCase() === name)) {
    const site = reviewSiteIn(one.text);
    if (site) throw invalid("templateId", refusal("templateSite", { site }));
  }
}
