import type { Names } from "./everything.ts";
import { type Given, leaveOut } from "./sample-inputs.ts";

/** What a property names, by its own name, or by that of the procedure or router before it. */
const named: Record<string, keyof Names> = {
  ...{
    caseId: "case",
    caseIds: "case",
    intoId: "otherCase",
    responseId: "response",
    responseIds: "response",
  },
  ...{ contactId: "contact", surveyId: "survey", survey: "survey", campaign: "campaign", teamId: "team" },
  ...{ team: "team", tag: "tag", tagId: "tag", cause: "cause", causeId: "cause", parentId: "cause" },
  ...{ attachmentId: "attachment", messageId: "heldReply", actId: "act", promiseId: "promise" },
  ...{ segmentId: "segment", alertId: "alert", digestId: "digest", channelId: "channel", shareId: "share" },
  ...{ ruleId: "rule", linkId: "link", absenceId: "absence", annotationId: "annotation" },
  ...{ domainId: "sendingDomain", importId: "import", invitationId: "provisional", targetId: "target" },
  ...{ closedDayId: "closedDay", templateId: "template", any: "survey", known: "mail", seen: "mail" },
  ...{
    userId: "member",
    ownerId: "member",
    leadId: "member",
    assigneeId: "member",
    people: "member",
    userIds: "member",
  },
  ...{ companyDomainId: "companyDomain", keptId: "member" },
  ...{ coverId: "otherMember", "workspace.userId": "otherMember", "chat.messageId": "chatMessage" },
  ...{
    "campaign.id": "draftCampaign",
    "campaign.cursor": "campaign",
    "cause.id": "cause",
    into: "otherCause",
  },
  ...{ "template.id": "template", "workspace.revokeInvitation.id": "memberInvitation" },
  "workspace.revokeApiKey.id": "apiKey",
};

/** What a schema does not say of itself. */
const words: Record<string, unknown> = {
  ...{ address: "https://hooks.slack.example/services/T0/B0/y", timezone: "Europe/Oslo", calendar: "NO" },
  ...{ monday: "8–16", tuesday: "8–16", wednesday: "", thursday: "", friday: "", saturday: "", sunday: "" },
  ...{ domain: "sample.example", dueHours: "8", goal: 40, minimum: 10, locked: "", filter: "", version: 1 },
  ...{ issuer: "https://login.sample.example", clientId: "svar", secret: "a client's secret" },
  ...{ list: "bo@kund.example", addressHash: "0".repeat(64), "rule.known": true },
  ...{ "campaign.update.to": 20, password: "a long password", email: "new@customer.example" },
  ...{ "rule.link": "https://www.sample.example", "thanks.link": "https://www.sample.example" },
  ...{ "contact.team": "Nord", contacts: [{ email: "bo@kund.example" }] },
  ...{ q: leaveOut, cursor: leaveOut, slug: leaveOut, dueAt: leaveOut, "survey.seen": leaveOut },
  ...{ confirmation: "anna@sample.example", controllerEmail: "privacy@sample.example" },
  officerEmail: "privacy@sample.example",
  periods: {
    ...{ notices: 12, evidence: 12, sends: 24, files: null, received: 12 },
    ...{ answers: null, dialogues: null, contacts: null },
  },
  ...{ "case.reply.sendAt": leaveOut, "case.reply.snooze": leaveOut, "segment.filter": { group: "passive" } },
};

/** What the inputs of a procedure are made of, so that everything in them that can be named is named as in `names`. */
export function namedBy(names: Names, slug: string, procedure: string): Given {
  const [router = ""] = procedure.split(".", 1);
  return (path, schema) => {
    const last = path.at(-1)!;
    if (last === "workspace") return slug;
    if (last === "after") return `2026-01-01T00:00:00.000Z_${names.response}`;
    const keys = [`${procedure}.${last}`, `${router}.${last}`, last];
    const word = keys.find((key) => words[key] !== undefined);
    if (word) return words[word];
    const isName = schema.type === "string" && !schema.enum && (schema.format === "uuid" || !schema.pattern);
    const name = isName && keys.find((key) => named[key] !== undefined);
    return name ? names[named[name]!] : undefined;
  };
}
