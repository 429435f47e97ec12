import { desc, eq, isNotNull } from "drizzle-orm";
import { newId } from "#db/id.ts";
import {
  answerEvidence,
  attachments,
  caseMessages,
  contacts,
  heldReplies,
  memberInvitations,
  tags,
  teams,
} from "#db/schema/index.ts";
import type { Runtime } from "#server/entry.ts";
import { uploadFile } from "#server/import/upload.ts";
import { createCaller } from "#server/router.ts";
import { makeInvitation, makeMember, type TestWorkspace } from "#server/test/factories.ts";
import { makePerson } from "#server/test/person.ts";

/** What can be named from outside, each by its id, token, hash, address or host. */
export type Names = Record<Name, string>;

const names = [
  ...["absence", "act", "alert", "annotation", "apiKey", "attachment", "campaign", "case", "otherCase"],
  ...["cause", "otherCause", "channel", "chatMessage", "closedDay", "contact", "digest", "draftCampaign"],
  ...["file", "heldReply", "import", "link", "member", "memberInvitation", "mail", "otherMember", "promise"],
  ...["provisional", "response", "rule", "segment", "sendingDomain", "share", "survey", "tag", "target"],
  ...["team", "template", "companyDomain"],
] as const;
type Name = (typeof names)[number];

/** Names of nothing. */
export const ofNothing = (): Names =>
  Object.fromEntries(names.map((name) => [name, newId()])) as unknown as Names;

const day = "2026-11-30";

/** Puts one of everything into `workspace`, with `word` in all that customers said. Returns what it is named by. */
export async function makeEverything(rt: Runtime, workspace: TestWorkspace, word?: string): Promise<Names> {
  const person = await makePerson(rt, workspace, word);
  const colleague = await makeMember(rt, workspace, "agent", "Ola Vik");
  const live = () => Promise.reject(new Error("nobody listens"));
  const api = createCaller({ rt, user: { ...workspace.owner, sessionId: "s" }, live });
  const here = { workspace: workspace.slug };
  const { caseId, contactId, responseId, invitation } = person;
  const member = workspace.owner.id;

  const team = newId();
  await workspace.run(async (ctx) => {
    const own = { workspaceId: ctx.workspaceId };
    await ctx.db.insert(teams).values({ ...own, id: team, name: "Nord", createdAt: ctx.now });
    await ctx.db.update(contacts).set({ teamId: team }).where(eq(contacts.id, contactId));
  });
  const provisional = await makeInvitation(rt, workspace, { sentAt: rt.clock() });
  const upload = {
    kind: "contacts",
    fileName: "customers.csv",
    bytes: Buffer.from("email\r\nbo@kund.example\r\n"),
  };
  const read = await workspace.run(async (ctx) => {
    const at = { firstAt: ctx.now, lastAt: ctx.now };
    const seen = { workspaceId: ctx.workspaceId, score: 3, requested: [3], opened: 1, ...at };
    await ctx.db.insert(answerEvidence).values([
      { ...seen, invitationId: provisional.id },
      { ...seen, invitationId: person.invitationId },
    ]);
    const [mail] = await ctx.db.select().from(caseMessages).where(isNotNull(caseMessages.inboundMailId));
    const [file] = await ctx.db.select().from(attachments).where(isNotNull(attachments.messageId));
    return { mail: mail!.id, file: file!.id, ...(await uploadFile(ctx, { ...upload, kind: "contacts" })) };
  });

  const { id: otherCase } = await api.case.note({ ...here, contactId, cameBy: "phone", said: "Late again." });
  const { actId } = await api.case.act({
    ...here,
    caseIds: [otherCase],
    change: { kind: "tag", name: "Urgent" },
  });
  const { id: promise } = await api.promise.make({ ...here, caseId, text: "A new lid", dueOn: day });
  await api.workspace.changeUndo({ ...here, seconds: 30 });
  await api.case.reply({ ...here, caseId: otherCase, text: "We look into it.", seen: null });
  await api.draft.save({
    ...here,
    caseId,
    kind: "note",
    text: "Ask Bo",
    seen: null,
    known: null,
    tab: "desk",
  });
  const colleagues = createCaller({ rt, user: { ...colleague, sessionId: "s" }, live });
  await colleagues.presence.note({ ...here, caseId, tab: "t", doing: "viewing" });
  const { id: cause } = await api.cause.add({ ...here, name: "Price", parentId: null });
  const { id: otherCause } = await api.cause.add({ ...here, name: "Staff", parentId: null });
  const { id: survey } = await api.survey.create({ ...here, name: "After delivery" });
  const { id: draftCampaign } = await api.campaign.create({ ...here, name: "Spring", surveyId: survey });
  const { id: link } = await api.surveyLink.create({
    ...here,
    surveyId: survey,
    kind: "link",
    name: "Counter",
  });
  const filter = { group: "detractor" } as const;
  const { id: segment } = await api.segment.save({ ...here, name: "Unhappy", filter });
  const alertOf = { kinds: ["new_case" as const], scope: "all" as const, pace: "at_once" as const };
  const { id: alert } = await api.alert.create({ ...here, ...alertOf });
  const { id: digest } = await api.digest.create({ ...here, rhythm: "daily", locale: "en" });
  const aim = { metric: "nps", period: "each_quarter", goal: 40, minimum: 10, ownerId: member } as const;
  const { id: target } = await api.target.set({ ...here, ...aim });
  const shown = { kind: "dashboard", comments: "none", lastDay: null, password: null } as const;
  const { id: share } = await api.share.create({ ...here, ...shown, name: "Board" });
  const { id: template } = await api.template.save({
    ...here,
    name: "Sorry",
    locale: "en",
    text: "We are sorry.",
  });
  const { ruleId: rule } = await api.rule.save({ ...here, ...aRule(template) });
  const away = { userId: colleague.id, coverId: member, fromDay: day, toDay: day };
  const { id: absence } = await api.absence.add({ ...here, ...away });
  const { id: closedDay } = await api.workingTime.addClosedDay({
    ...here,
    teamId: team,
    day,
    name: "Moving",
  });
  const { id: annotation } = await api.annotation.add({ ...here, day: "2026-11-20", text: "New app" });
  const hook = "https://hooks.slack.example/services/T0/B0/x";
  const { id: channel } = await api.chat.add({ ...here, name: "#nps", shape: "slack", address: hook });
  const { messageId: chatMessage } = await api.chat.sendTest({ ...here, channelId: channel });
  const { id: sendingDomain } = await api.sendingDomain.add({ ...here, domain: `${workspace.slug}.example` });
  const sample = { issuer: "https://login.sample.example", clientId: "svar", secret: "of the sample" };
  await api.singleSignOn.set({ ...here, ...sample });
  const { id: companyDomain } = await api.singleSignOn.addDomain({ ...here, domain: "own.example" });
  const { id: apiKey } = await api.workspace.createApiKey({ ...here, name: "CRM" });
  await api.workspace.inviteMember({ ...here, email: `new@${workspace.slug}.example`, role: "viewer" });

  const made = await workspace.run(async (ctx) => {
    const [held] = await ctx.db.select().from(heldReplies);
    const [tag] = await ctx.db.select().from(tags);
    const [asked] = await ctx.db.select().from(memberInvitations).orderBy(desc(memberInvitations.number));
    const [attachment] = await ctx.db.select().from(attachments).where(isNotNull(attachments.memberId));
    const ids = { heldReply: held!.messageId, tag: tag!.id, memberInvitation: asked!.id };
    return { ...ids, attachment: attachment!.id };
  });
  return {
    ...made,
    ...{ absence, act: actId, alert, annotation, apiKey, campaign: invitation.campaignId, case: caseId },
    ...{ otherCase, cause, otherCause, channel, chatMessage, closedDay, contact: contactId, digest },
    ...{ draftCampaign, file: read.file, import: read.id, link, member, mail: read.mail, promise },
    ...{ otherMember: colleague.id, provisional: provisional.id, response: responseId, rule, segment },
    ...{ sendingDomain, share, survey, target, team, template, companyDomain },
  };
}

const aRule = (templateId: string) => ({
  name: "Late deliveries",
  conditions: [{ kind: "group" as const, any: ["detractor" as const] }],
  ...{ opens: true, known: false, people: [], dueHours: "", tellAssignee: true, tellLead: false },
  ...{ tags: [], templateId, on: true },
});
