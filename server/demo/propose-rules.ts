import type { Ctx } from "#server/context.ts";
import { saveRule } from "#server/rule/save.ts";
import { SaveRule } from "#server/rule/schema.ts";

const usual = {
  ...{ opens: true, known: true, people: [], dueHours: "", tellAssignee: true, tellLead: false },
  ...{ tags: [], templateId: null, on: false },
};

/** Two drafts beside the rules that every workspace begins with: to be tried on the company's own answers. */
export async function proposeRules(ctx: Ctx): Promise<void> {
  const drafts = [
    {
      ...usual,
      name: "Thank promoters",
      conditions: [
        { kind: "group", any: ["promoter"] },
        { kind: "change", is: "rose_to_promoter" },
      ],
      dueHours: "40",
    },
    {
      ...usual,
      name: "Premium customers about delivery",
      conditions: [
        { kind: "group", any: ["detractor"] },
        { kind: "reason", any: ["delivery"] },
        { kind: "attribute", name: "Plan", operator: "is", value: "Premium" },
      ],
      ...{ dueHours: "4", tellLead: true },
    },
  ];
  for (const draft of drafts) await saveRule(ctx, SaveRule.parse(draft));
}
