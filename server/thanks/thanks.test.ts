import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { campaigns, cases, contacts, outboundMails, responses, thankYous } from "#db/schema/index.ts";
import { openCasesByHand } from "#server/case/open-by-hand.ts";
import { getContact } from "#server/contact/queries.ts";
import { asSystem, withToken, withTokenAtOnce } from "#server/entry.ts";
import { sendDue } from "#server/mail/send-due.ts";
import { erasePerson } from "#server/own-data/erase.ts";
import { gatherOwnData } from "#server/own-data/gather.ts";
import { recordResponse } from "#server/response/record.ts";
import { withdrawResponse } from "#server/response/withdraw.ts";
import { requireRule } from "#server/rule/queries.ts";
import { saveRule } from "#server/rule/save.ts";
import { switchRuleOff } from "#server/rule/switch-off.ts";
import { tryRule } from "#server/rule/try.ts";
import { suppressContact } from "#server/suppression/suppress-contact.ts";
import { saveTemplate } from "#server/template/save.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeInvitation, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { sinkTransport } from "#server/test/sink-transport.ts";
import { answerBy, atAnyTime, friends, makeThanking, thank, thanksIn } from "#server/test/thanks.ts";
import { senderOf } from "#server/worker/sender.ts";
import { previewThanks } from "./preview.ts";
import { findThanks } from "./queries.ts";
import { renderThanks } from "./render.ts";

const rt = await testRuntime();
const { transport } = await sinkTransport();
/** Hands over what is in the outbox of every workspace. */
const send = async () => {
  const sender = { ...senderOf(rt, transport), clock: () => rt.clock() };
  while ((await sendDue(sender, 50)) > 0);
};
const wait = (minutes: number) => rt.setNow(new Date(rt.clock().getTime() + minutes * 60_000));
beforeEach(() => rt.setNow(testNow));

const answerOf = async (at: TestWorkspace, invitationId: string) => {
  const [row] = await at.run((ctx) =>
    ctx.db.select().from(responses).where(eq(responses.invitationId, invitationId)),
  );
  return row!;
};

/** A rule that thanks promoters alone: nothing becomes of a passive's answer. */
const promoters = {
  conditions: [
    { kind: "group", any: ["promoter"] },
    { kind: "wish", any: ["none"] },
  ],
};

/** A customer of a workspace that thanks, who gave a score. */
async function answered(
  score: number,
  over: { contact?: { by: "email" }; ask?: object; rule?: object } = {},
) {
  const fjordline = await makeWorkspace(rt);
  const rule = await makeThanking(fjordline, over.rule);
  const invitation = await makeInvitation(rt, fjordline, over.ask);
  await atAnyTime(fjordline);
  await answerBy(rt, fjordline, { token: invitation.token, score, contact: over.contact });
  const { id: responseId } = await answerOf(fjordline, invitation.id);
  const standing = () => fjordline.run((ctx) => findThanks(ctx, { responseId }));
  return { fjordline, ...rule, invitation, responseId, standing };
}

describe("a thank-you by a rule", () => {
  it("goes out half an hour after the answer, in the workspace's words, with the ask and a way out", async () => {
    const { fjordline, invitation, standing } = await answered(9);
    expect(await standing()).toMatchObject({ kind: "planned", rule: "Thank them" });
    wait(29);
    expect(await thank(fjordline)).toBe(0);
    wait(1);
    expect(await thank(fjordline)).toBe(1);
    expect(await standing()).toMatchObject({ kind: "leaving", at: rt.clock(), asks: true });
    const [mail] = await thanksIn(fjordline);
    expect(mail).toMatchObject({ invitationId: invitation.id, state: "queued", campaignId: null });
    const rendered = await asSystem(rt, fjordline.id, "test", (ctx) => renderThanks(ctx, mail!));
    expect(rendered.subject).toBe("Thank you for your answer to Fjordline");
    for (const said of ["Dear Anna,", "thank you for your 9!", "who would like Fjordline?", friends])
      expect(rendered.text).toContain(said);
    expect(rendered.headers).toMatchObject({
      "List-Unsubscribe": expect.stringMatching(/^<http:\/\/localhost:3000\/u\/[^>]+>, <mailto:u\+/),
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      "Auto-Submitted": "auto-generated",
    });
    expect(rendered.replyTo).toMatch(/^r\+\S+@reply\.svar\.test$/);
  });

  it("starts to wait anew when the answer changes", async () => {
    const { fjordline, invitation } = await answered(9);
    wait(20);
    await answerBy(rt, fjordline, { token: invitation.token, score: 10 });
    wait(20);
    expect(await thank(fjordline)).toBe(0);
    wait(10);
    expect(await thank(fjordline)).toBe(1);
  });

  it("waits for the rules to consider a change that came in the last minute", async () => {
    const { fjordline, invitation, standing } = await answered(9);
    wait(29);
    await withTokenAtOnce(rt, "answer", invitation.token, (ctx, invitationNumber) =>
      recordResponse(ctx, { invitationNumber, score: 10, comment: "" }),
    );
    wait(1);
    expect(await thank(fjordline)).toBe(0);
    expect(await standing()).toMatchObject({ kind: "planned" });
  });

  it("is left out where the answer becomes a detractor's meanwhile, and a person answers", async () => {
    const { fjordline, invitation, standing } = await answered(9);
    wait(10);
    await answerBy(rt, fjordline, { token: invitation.token, score: 3 });
    expect(await standing()).toMatchObject({ kind: "left_out", because: "needs_us" });
    wait(60);
    expect(await thank(fjordline)).toBe(0);
    await answerBy(rt, fjordline, { token: invitation.token, score: 10 });
    wait(60);
    expect(await thank(fjordline)).toBe(0);
    expect(await thanksIn(fjordline)).toEqual([]);
  });

  it("is taken back out of the outbox when the answer changes before it leaves, and is not sent again", async () => {
    const { fjordline, invitation, standing } = await answered(9);
    wait(30);
    await thank(fjordline);
    await answerBy(rt, fjordline, { token: invitation.token, score: 2 });
    expect(await standing()).toMatchObject({ kind: "left_out", because: "needs_us" });
    expect(await thanksIn(fjordline)).toMatchObject([{ state: "cancelled" }]);
  });

  it("stays taken back when the answer is again what the rule thanks for", async () => {
    const { fjordline, invitation, standing } = await answered(9, { rule: promoters });
    wait(30);
    await thank(fjordline);
    await answerBy(rt, fjordline, { token: invitation.token, score: 7 });
    expect(await standing()).toMatchObject({ kind: "left_out", because: "changed" });
    await answerBy(rt, fjordline, { token: invitation.token, score: 9 });
    wait(30);
    expect(await thank(fjordline)).toBe(0);
    expect(await standing()).toMatchObject({ kind: "left_out", because: "changed" });
    expect(await thanksIn(fjordline)).toMatchObject([{ state: "cancelled" }]);
  });

  it("is planned again where the answer left the rule and came back before it was due", async () => {
    const { fjordline, invitation, standing } = await answered(9, { rule: promoters });
    await answerBy(rt, fjordline, { token: invitation.token, score: 7 });
    expect(await standing()).toMatchObject({ kind: "left_out", because: "changed" });
    await answerBy(rt, fjordline, { token: invitation.token, score: 9 });
    expect(await standing()).toMatchObject({ kind: "planned" });
    wait(30);
    expect(await thank(fjordline)).toBe(1);
  });

  it.each([
    ["whose case somebody opened by hand", "needs_us"],
    ["who withdrew the answer", "withdrawn"],
    ["who wants no questions", "stopped"],
    ["whose ground is not known", "no_ground"],
    ["who has no address any more", "unknown"],
    ["of whom no name is known to fill in", "unfilled"],
  ] as const)("goes to nobody %s", async (who, because) => {
    const { fjordline, invitation, responseId, standing } = await answered(9);
    const { contactId } = invitation;
    const set = (change: Partial<typeof contacts.$inferInsert>) =>
      fjordline.run((ctx) => ctx.db.update(contacts).set(change).where(eq(contacts.id, contactId)));
    if (because === "needs_us")
      await fjordline.run((ctx) => openCasesByHand(ctx, { responseIds: [responseId] }));
    if (because === "withdrawn") await withToken(rt, "answer", invitation.token, withdrawResponse);
    if (because === "stopped")
      await fjordline.run((ctx) =>
        suppressContact(ctx, { contactId, reason: "opted_out", source: "link", scope: "surveys" }),
      );
    if (because === "no_ground") await set({ legalGround: "neutral_survey" });
    if (because === "unknown") await set({ email: null, emailKey: null, addressHash: null });
    if (because === "unfilled") await set({ name: null });
    wait(30);
    await thank(fjordline);
    expect(await standing(), who).toMatchObject({ kind: "left_out", because });
    expect(await thanksIn(fjordline)).toEqual([]);
  });

  it("goes to nobody who asks to be contacted: the rules below take that answer", async () => {
    const { fjordline, standing } = await answered(10, { contact: { by: "email" } });
    expect(await standing()).toBeNull();
    expect(await fjordline.run((ctx) => ctx.db.select().from(cases))).toHaveLength(1);
  });

  it("goes to nobody in whose language it is not written, nor by a rule that is off by then", async () => {
    const finn = await answered(9, { ask: { locale: "fi" } });
    const other = await answered(9);
    await other.fjordline.run((ctx) => switchRuleOff(ctx, { ruleId: other.ruleId, version: 2 }));
    wait(30);
    for (const { fjordline } of [finn, other]) await thank(fjordline);
    expect(await finn.standing()).toMatchObject({ kind: "left_out", because: "no_text" });
    expect(await other.standing()).toMatchObject({ kind: "left_out", because: "changed" });
  });

  it("is not made up for when nothing was sent here for days", async () => {
    const { fjordline, standing } = await answered(9);
    wait(30 + 48 * 60 + 1);
    await thank(fjordline);
    expect(await standing()).toMatchObject({ kind: "left_out", because: "too_late" });
  });

  it("is looked at again when it leaves, and says why it did not", async () => {
    const { fjordline, responseId, standing } = await answered(9);
    wait(30);
    await thank(fjordline);
    await fjordline.run((ctx) => openCasesByHand(ctx, { responseIds: [responseId] }));
    await send();
    expect(await thanksIn(fjordline)).toMatchObject([{ state: "failed" }]);
    expect(await standing()).toMatchObject({ kind: "left_out", because: "needs_us" });
  });

  it("is said to be sent when it was, and stopped when its customer wants no more by then", async () => {
    const gone = await answered(9);
    const stopped = await answered(9);
    wait(30);
    for (const { fjordline } of [gone, stopped]) await thank(fjordline);
    const { contactId } = stopped.invitation;
    await stopped.fjordline.run((ctx) =>
      suppressContact(ctx, { contactId, reason: "opted_out", source: "link", scope: "surveys" }),
    );
    await send();
    expect(await gone.standing()).toMatchObject({ kind: "sent" });
    expect(await stopped.standing()).toMatchObject({ kind: "left_out", because: "stopped" });
    const seen = await gone.fjordline.run((ctx) => getContact(ctx, gone.invitation));
    expect(seen.thanked).toMatchObject([{ id: gone.responseId, asks: true }]);
    const other = await stopped.fjordline.run((ctx) => getContact(ctx, stopped.invitation));
    expect(other.thanked).toEqual([]);
  });

  it("goes out once, by however many workers", async () => {
    const { fjordline } = await answered(9);
    wait(30);
    const taken = await Promise.all([thank(fjordline), thank(fjordline), thank(fjordline)]);
    expect(taken.reduce((sum, n) => sum + n)).toBe(1);
    expect(await thanksIn(fjordline)).toHaveLength(1);
  });
});

describe("the hours of a thank-you", () => {
  const hours = (at: TestWorkspace, from: number, to: number) =>
    at.run((ctx) =>
      ctx.db.update(campaigns).set({ sendingHours: { days: [1, 2, 3, 4, 5, 6, 7], from, to } }),
    );

  it("are those of the campaign that asked", async () => {
    const { fjordline, invitation, standing } = await answered(9);
    await hours(fjordline, 20, 22);
    await answerBy(rt, fjordline, { token: invitation.token, score: 10 });
    expect(await standing()).toMatchObject({ kind: "planned", at: new Date("2026-11-23T19:00:00Z") });
    wait(9 * 60);
    expect(await thank(fjordline)).toBe(0);
    wait(60);
    expect(await thank(fjordline)).toBe(1);
  });

  it("are kept also where nothing was sent here until they were over", async () => {
    const { fjordline, standing } = await answered(9);
    await hours(fjordline, 10, 11);
    wait(61);
    expect(await thank(fjordline)).toBe(0);
    expect(await standing()).toMatchObject({ kind: "planned", at: new Date("2026-11-24T09:00:00Z") });
    wait(23 * 60);
    expect(await thank(fjordline)).toBe(1);
  });
});

describe("a customer who answers often", () => {
  /** Asks the same customer once more, and lets them answer. */
  const again = async ({ fjordline, invitation }: Awaited<ReturnType<typeof answered>>) => {
    const { id, token } = await makeInvitation(rt, fjordline, { contactId: invitation.contactId });
    await atAnyTime(fjordline);
    await answerBy(rt, fjordline, { token, score: 9 });
    const { id: responseId } = await answerOf(fjordline, id);
    return () => fjordline.run((ctx) => findThanks(ctx, { responseId }));
  };

  it("is thanked once within the gap between two questions, and again after it", async () => {
    const at = await answered(9);
    wait(30);
    expect(await thank(at.fjordline)).toBe(1);
    wait(29 * 24 * 60);
    const second = await again(at);
    wait(30);
    await thank(at.fjordline);
    expect(await second()).toMatchObject({ kind: "left_out", because: "thanked_lately" });
    wait(24 * 60);
    const third = await again(at);
    wait(30);
    await thank(at.fjordline);
    expect(await third()).toMatchObject({ kind: "leaving" });
    expect(await thanksIn(at.fjordline)).toHaveLength(2);
    const { rule, ruleId } = at;
    expect((await at.fjordline.run((ctx) => tryRule(ctx, { ...rule, ruleId }))).thanks).toMatchObject({
      leftOut: [{ because: "thanked_lately" }],
    });
  });

  it("is thanked once for two answers that are due at once, by however many workers", async () => {
    const at = await answered(9);
    await again(at);
    wait(30);
    await Promise.all([thank(at.fjordline), thank(at.fjordline), thank(at.fjordline)]);
    await thank(at.fjordline);
    expect(await thanksIn(at.fjordline)).toHaveLength(1);
  });

  it("counts once in a trial, until the gap is over", async () => {
    const at = await answered(9);
    for (const days of [10, 10, 10, 29, 1]) {
      wait(days * 24 * 60);
      await again(at);
    }
    const { fjordline, rule, ruleId } = at;
    const { takes, thanks } = await fjordline.run((ctx) => tryRule(ctx, { ...rule, ruleId }));
    expect({ takes, ...thanks }).toEqual({
      ...{ takes: 6, n: 3, asked: 3, leftOut: [{ because: "thanked_lately", n: 3 }] },
    });
  });
});

it("leaves no mail behind for somebody who is erased in the same moment", async () => {
  const { fjordline } = await answered(9);
  const asked = await Promise.all(Array.from({ length: 6 }, () => makeInvitation(rt, fjordline)));
  await atAnyTime(fjordline);
  for (const { token } of asked) await answerBy(rt, fjordline, { token, score: 9 });
  wait(30);
  const erasing = asked.map(({ contactId }) => fjordline.run((ctx) => erasePerson(ctx, contactId)));
  await Promise.all([thank(fjordline), ...erasing, thank(fjordline)]);
  await thank(fjordline);
  const left = (await thanksIn(fjordline)).filter(({ toAddress }) => toAddress !== "");
  expect(left).toHaveLength(1);
});

type Step = { do: "answer"; score: number; asks: boolean } | { do: "wait"; minutes: number };
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constant("answer" as const),
      score: fc.constantFrom(2, 6, 7, 8, 9, 9, 10, 10),
      asks: fc.constantFrom(false, false, false, true),
    }),
    fc.record({ do: fc.constant("wait" as const), minutes: fc.constantFrom(1, 15, 30, 90) }),
  ),
  { minLength: 1, maxLength: 8 },
);

const promptly: Step[] = [
  { do: "answer", score: 9, asks: false },
  { do: "wait", minutes: 30 },
];

it("an answer is thanked for once at most, never when it needs a person, however it changes and the rules run", async () => {
  const fjordline = await makeWorkspace(rt);
  await makeThanking(fjordline, promoters);
  let ever = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      rt.setNow(testNow);
      const invitation = await makeInvitation(rt, fjordline);
      await atAnyTime(fjordline);
      const mails = async () =>
        (await thanksIn(fjordline)).filter(({ invitationId }) => invitationId === invitation.id);
      let quiet = 0;
      let unhappy = false;
      let sent = 0;
      for (const step of taken) {
        if (step.do === "answer") {
          const contact = step.asks ? ({ by: "email" } as const) : undefined;
          await answerBy(rt, fjordline, { token: invitation.token, score: step.score, contact });
          unhappy ||= step.score <= 6 || step.asks;
          quiet = 0;
        } else {
          wait(step.minutes);
          quiet += step.minutes;
        }
        await thank(fjordline);
        await thank(fjordline);
        const now = (await mails()).length;
        if (now > sent) expect([unhappy, quiet >= 30]).toEqual([false, true]);
        sent = now;
      }
      expect(sent).toBeLessThanOrEqual(1);
      ever += sent;
    }),
    { numRuns: 25, examples: [[promptly]] },
  );
  expect(ever).toBeGreaterThan(0);
});

describe("a rule that thanks", () => {
  it("leaves out detractors and who asks to be contacted, names no colleague and leads to no reviews", async () => {
    const { fjordline, rule, ruleId } = await answered(9);
    const field = (over: object) =>
      fjordline
        .run((ctx) => saveRule(ctx, { ...rule, ruleId, version: 2, ...over }))
        .then(
          () => null,
          (error) => error.field,
        );
    const { id: signed } = await fjordline.run((ctx) =>
      saveTemplate(ctx, { name: "Signed", locale: "en", text: "Thanks! {{agent_name}}" }),
    );
    const [group, wish] = rule.conditions;
    expect(await field({ conditions: [wish] })).toBe("opens");
    expect(await field({ conditions: [group] })).toBe("opens");
    expect(await field({ conditions: [group, { kind: "wish", any: ["email", "none"] }] })).toBe("opens");
    expect(await field({ thanks: { templateId: signed, referral: null } })).toBe("thanks.templateId");
    const referral = { ...rule.thanks!.referral!, link: "https://dk.trustpilot.com/evaluate/fjordline" };
    expect(await field({ thanks: { ...rule.thanks!, referral } })).toBe("thanks.referral.link");
    expect(await field({ thanks: { ...rule.thanks!, templateId: crypto.randomUUID() } })).toBe(
      "thanks.templateId",
    );
    expect(await field({})).toBeNull();
    await fjordline.run((ctx) => saveRule(ctx, { ...rule, ruleId, version: 3, opens: true }));
    const kept = await fjordline.run((ctx) => requireRule(ctx, ruleId));
    expect(kept.actions).toMatchObject({ opens: true, thanks: null });
  });

  it("says in its trial whom it would thank, and whom not and why", async () => {
    const { fjordline, rule, ruleId, invitation } = await answered(9);
    await answerBy(rt, fjordline, { token: (await makeInvitation(rt, fjordline)).token, score: 8 });
    await answerBy(rt, fjordline, { token: (await makeInvitation(rt, fjordline)).token, score: 2 });
    await fjordline.run((ctx) =>
      suppressContact(ctx, { contactId: invitation.contactId, reason: "by_hand", source: "by hand" }),
    );
    const trial = await fjordline.run((ctx) => tryRule(ctx, { ...rule, ruleId }));
    expect(trial).toMatchObject({
      ...{ answers: 3, takes: 2, cases: 0 },
      thanks: { n: 1, asked: 1, leftOut: [{ because: "stopped", n: 1 }] },
    });
    expect(trial.examples.map(({ unthanked }) => unthanked).sort()).toEqual([null, "stopped"].sort());
    expect(await thanksIn(fjordline)).toEqual([]);
  });

  it("shows the mail before it is sent, and in which languages it is not written", async () => {
    const { fjordline, rule } = await answered(9);
    const preview = (locale: "en" | "de" | "fi") =>
      fjordline.run((ctx) => previewThanks(ctx, { thanks: rule.thanks!, locale }));
    const { mail, lacking } = await preview("en");
    expect(mail).toMatchObject({ fromName: "Fjordline", text: expect.stringContaining("Dear Maja,") });
    expect(lacking).toEqual({
      words: ["sv", "da", "nb", "fi", "de"],
      ask: [],
    });
    await fjordline.run((ctx) => saveTemplate(ctx, { name: "Thanks", locale: "de", text: "Danke!" }));
    expect((await preview("de")).lacking).toEqual({ words: ["sv", "da", "nb", "fi"], ask: ["de"] });
    expect((await preview("fi")).mail).toEqual({ because: "no_text" });
  });
});

it("is in one's own data, and goes with them", async () => {
  const { fjordline, invitation, responseId } = await answered(9);
  wait(30);
  await thank(fjordline);
  const data = await fjordline.run((ctx) => gatherOwnData(ctx, invitation.contactId));
  expect(data.answers[0]).toMatchObject({
    thankedWith: { text: expect.stringContaining("thank you for your 9!"), link: friends },
  });
  expect(data.mails).toMatchObject([{ kind: "thank_you" }]);
  await fjordline.run((ctx) => erasePerson(ctx, invitation.contactId));
  expect(await fjordline.run((ctx) => ctx.db.select().from(thankYous))).toEqual([]);
  expect(await thanksIn(fjordline)).toMatchObject([{ state: "cancelled", toAddress: "" }]);
  expect(await fjordline.run((ctx) => findThanks(ctx, { responseId }))).toBeNull();
});

it("another workspace sees, plans and sends nothing of it", async () => {
  const { fjordline, responseId, rule } = await answered(9);
  const nordlys = await makeWorkspace(rt, "Nordlys");
  wait(30);
  expect(await thank(nordlys)).toBe(0);
  expect(await nordlys.run((ctx) => findThanks(ctx, { responseId }))).toBeNull();
  expect(
    (await nordlys.run((ctx) => previewThanks(ctx, { thanks: rule.thanks!, locale: "en" }))).mail,
  ).toEqual({
    because: "no_text",
  });
  await thank(fjordline);
  const [mail] = await thanksIn(fjordline);
  await expect(asSystem(rt, nordlys.id, "test", (ctx) => renderThanks(ctx, mail!))).rejects.toThrow(
    /left out/,
  );
  expect(await nordlys.run((ctx) => ctx.db.select().from(thankYous))).toEqual([]);
  expect(await nordlys.run((ctx) => ctx.db.select().from(outboundMails))).toEqual([]);
});
