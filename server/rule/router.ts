import { GetCase } from "#server/case/schema.ts";
import { memberProcedure, router } from "#server/trpc.ts";
import { assessRules } from "./assess.ts";
import { endRule } from "./end.ts";
import { listOffered } from "./list-offered.ts";
import { listTemplateUses } from "./list-template-uses.ts";
import { moveRule } from "./move.ts";
import { listChanges, requireRule } from "./queries.ts";
import { saveRule } from "./save.ts";
import { GetRule, MoveRule, SaveRule, SeenRule, TryRule } from "./schema.ts";
import { suggestTemplates } from "./suggest-templates.ts";
import { switchRuleOff } from "./switch-off.ts";
import { tryRule } from "./try.ts";

const viewer = memberProcedure("viewer");
const manager = memberProcedure("manager");

export const ruleRouter = router({
  assessed: viewer.query(({ ctx }) => assessRules(ctx.svar)),
  offered: viewer.query(({ ctx }) => listOffered(ctx.svar)),
  templateUses: viewer.query(({ ctx }) => listTemplateUses(ctx.svar)),
  templates: viewer.input(GetCase).query(({ ctx, input }) => suggestTemplates(ctx.svar, input)),
  get: manager.input(GetRule).query(({ ctx, input }) => requireRule(ctx.svar, input.ruleId)),
  changes: manager.input(GetRule).query(({ ctx, input }) => listChanges(ctx.svar, input)),
  // A mutation, though it writes nothing: a rule is longer than an address may be.
  try: manager.input(TryRule).mutation(({ ctx, input }) => tryRule(ctx.svar, input)),
  save: manager.input(SaveRule).mutation(({ ctx, input }) => saveRule(ctx.svar, input)),
  switchOff: manager.input(SeenRule).mutation(({ ctx, input }) => switchRuleOff(ctx.svar, input)),
  move: manager.input(MoveRule).mutation(({ ctx, input }) => moveRule(ctx.svar, input)),
  end: manager.input(SeenRule).mutation(({ ctx, input }) => endRule(ctx.svar, input)),
});
