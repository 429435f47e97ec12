import { expect, it } from "vitest";
import { campaigns, invitations, outboundMails } from "#db/schema/index.ts";
import { createCampaign } from "#server/campaign/create.ts";
import { startCampaign } from "#server/campaign/start.ts";
import { updateDraft } from "#server/campaign/update-draft.ts";
import { findBeside } from "#server/quote/queries.ts";
import { setPersonalSender } from "#server/sending-domain/set-personal-sender.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeContact, makeMember, makeSurvey, makeWorkspace } from "#server/test/factories.ts";
import { getSettings } from "#server/workspace/queries.ts";
import { UpdateYouSaid } from "#server/workspace/schema.ts";
import { updateYouSaid } from "#server/workspace/update-you-said.ts";
import { prepareInvitations } from "./render.ts";

const rt = await testRuntime();

/** Sender and signature of each mail of a campaign, by the first name of its customer. */
async function sendersOf({ personal, senderName }: { personal: boolean; senderName?: string }) {
  const workspace = await makeWorkspace(rt);
  const bo = await makeMember(rt, workspace, "agent", "Bo Ek");
  return workspace.run(async (ctx) => {
    await setPersonalSender(ctx, { on: personal });
    const survey = await makeSurvey(ctx);
    await makeContact(rt, ctx, "Asa Lind", { employee: bo.email.toUpperCase() });
    await makeContact(rt, ctx, "Cy Dal", { employee: "Ida Holm" });
    await makeContact(rt, ctx, "Eva Ro", { employee: "nobody@elsewhere.example" });
    await makeContact(rt, ctx, "Dag Moe");
    const { id } = await createCampaign(ctx, { name: "Autumn", surveyId: survey.id });
    if (senderName) await updateDraft(ctx, { id, senderName });
    await startCampaign(ctx, { id });
    const mails = await ctx.db.select().from(outboundMails);
    const render = await prepareInvitations(ctx, mails);
    return Object.fromEntries(
      mails.map((mail) => {
        const { fromName, text } = render(mail);
        const signature = /Kind regards,\r?\n(.*)/.exec(text)?.[1]?.trim();
        return [mail.toAddress.split(".")[0], [fromName, signature]];
      }),
    );
  });
}

it("comes from the colleague who knows the customer, by name, where the workspace wants it", async () => {
  expect(await sendersOf({ personal: true })).toEqual({
    asa: ["Bo Ek, Fjordline", "Bo Ek"],
    cy: ["Ida Holm, Fjordline", "Ida Holm"],
    eva: ["Fjordline", "Fjordline"],
    dag: ["Fjordline", "Fjordline"],
  });
});

it("has an address of its own for replies", async () => {
  const workspace = await makeWorkspace(rt);
  const { key, number, replyTo } = await workspace.run(async (ctx) => {
    const survey = await makeSurvey(ctx);
    await makeContact(rt, ctx, "Asa Lind");
    const { id } = await createCampaign(ctx, { name: "Autumn", surveyId: survey.id });
    await startCampaign(ctx, { id });
    const [mail] = await ctx.db.select().from(outboundMails);
    const [invitation] = await ctx.db.select().from(invitations);
    const { replyTo } = (await prepareInvitations(ctx, [mail!]))(mail!);
    return { key: workspace.key, number: invitation!.number, replyTo };
  });
  const [, token] = /^r\+(\S+)@reply\.svar\.test$/.exec(replyTo ?? "") ?? [];
  expect(rt.tokens.openFromAddress("reply-address", token!)).toEqual({ workspaceKey: key, number });
});

it("comes from the company otherwise, and from whom a campaign names", async () => {
  expect((await sendersOf({ personal: false })).asa).toEqual(["Fjordline", "Fjordline"]);
  expect((await sendersOf({ personal: true, senderName: "Maja" })).asa).toEqual(["Maja", "Maja"]);
});

it.each([
  [false, "Ni ville ha fler avgångar. De går nu."],
  [true, null],
])(
  "in a campaign that is neutral (%s) says what was done because customers said so: %s",
  async (neutral, said) => {
    const workspace = await makeWorkspace(rt);
    const elsewhere = await makeWorkspace(rt, "Nordlys");
    const youSaid = UpdateYouSaid.parse({
      youSaid: { sv: "Ni ville ha fler\navgångar. De går nu.", da: " " },
    });
    await workspace.run((ctx) => updateYouSaid(ctx, youSaid));
    expect(await elsewhere.run(getSettings)).toMatchObject({ youSaid: {} });
    const texts = await workspace.run(async (ctx) => {
      const survey = await makeSurvey(ctx);
      await makeContact(rt, ctx, "Asa Lind", { locale: "sv" });
      await makeContact(rt, ctx, "Bo Dal", { locale: "da" });
      const { id } = await createCampaign(ctx, { name: "Autumn", surveyId: survey.id });
      await ctx.db.update(campaigns).set({ neutral });
      await startCampaign(ctx, { id });
      const mails = await ctx.db.select().from(outboundMails).orderBy(outboundMails.toAddress);
      const render = await prepareInvitations(ctx, mails);
      const invited = await ctx.db.select().from(invitations).orderBy(invitations.locale);
      const beside = await Promise.all(invited.map(({ number }) => findBeside(ctx, number)));
      expect(beside.map((one) => one?.youSaid)).toEqual([null, said]);
      return mails.map((mail) => render(mail).text);
    });
    expect(texts[0]!.includes("Ni ville ha fler avgångar. De går nu.")).toBe(said !== null);
    expect(texts[0]!.includes("Ni sa, vi gjorde")).toBe(said !== null);
    expect(texts[1]).not.toContain("I sagde");
  },
);
