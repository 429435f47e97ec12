import { eq } from "drizzle-orm";
import { campaigns, outboundMails } from "#db/schema/index.ts";
import { considerWaiting } from "#server/case/consider-waiting.ts";
import { type Runtime, withTokenAtOnce } from "#server/entry.ts";
import { recordResponse } from "#server/response/record.ts";
import type { ContactWish } from "#server/response/schema.ts";
import { saveRule } from "#server/rule/save.ts";
import { SaveRule } from "#server/rule/schema.ts";
import { thankDue } from "#server/rule/thank-due.ts";
import { saveTemplate } from "#server/template/save.ts";
import type { TestWorkspace } from "./factories.ts";

/** Where the made up rule leads those who pass a company on. */
export const friends = "https://fjordline.example/friends";

/** A rule that thanks promoters and passives and asks to pass the company on, in English; with its templates. */
export async function makeThanking(at: TestWorkspace, over: object = {}) {
  const template = (name: string, text: string) =>
    at.run((ctx) => saveTemplate(ctx, { name, locale: "en", text }));
  const { id: thanks } = await template("Thanks", "Dear {{first_name}},\n\nthank you for your {{score}}!");
  const { id: ask } = await template("Ask", "Do you know somebody who would like {{workspace}}?");
  const wording = {
    ...{ name: "Thank them", opens: false, known: false, people: [], dueHours: "", on: true },
    ...{ tellAssignee: false, tellLead: false, tags: [], templateId: null },
    conditions: [
      { kind: "group", any: ["passive", "promoter"] },
      { kind: "wish", any: ["none"] },
    ],
    thanks: { templateId: thanks, referral: { templateId: ask, link: friends } },
  };
  const rule = SaveRule.parse({ ...wording, ...over });
  const { ruleId } = await at.run((ctx) => saveRule(ctx, rule));
  return { ruleId, rule, thanks, ask };
}

/** Records an answer by a link, or changes it, and lets the rules consider it. */
export async function answerBy(
  rt: Runtime,
  at: TestWorkspace,
  said: { token: string; score: number; contact?: ContactWish },
): Promise<void> {
  const { token, score, contact } = said;
  await withTokenAtOnce(rt, "answer", token, (ctx, invitationNumber) =>
    recordResponse(ctx, { invitationNumber, score, comment: "", contact }),
  );
  await at.run((ctx) => considerWaiting(ctx, { most: 50 }));
}

/** Lets every campaign of a workspace send at any time, and so its thank-yous. */
export const atAnyTime = (at: TestWorkspace) =>
  at.run((ctx) =>
    ctx.db.update(campaigns).set({ sendingHours: { days: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 24 } }),
  );

export const thank = (at: TestWorkspace) => at.run((ctx) => thankDue(ctx, { most: 50 }));

/** The thanks in the outbox of a workspace. */
export const thanksIn = (at: TestWorkspace) =>
  at.run((ctx) => ctx.db.select().from(outboundMails).where(eq(outboundMails.kind, "thank_you")));
