import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { caseEvents, cases, outboundMails } from "#db/schema/index.ts";
import { addAbsence } from "#server/absence/add.ts";
import { asSystem } from "#server/entry.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeContact, makeMember, makeWorkspace } from "#server/test/factories.ts";
import { tellAllAlerts } from "#server/worker/tell-alerts.ts";
import { assignCase } from "./assign.ts";
import { listCases } from "./list.ts";
import { openCase } from "./open.ts";
import { renderAlert } from "./render-alert.ts";
import { ListCases } from "./schema.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt);
const bo = await makeMember(rt, fjordline, "agent", "Bo Friis");
const liv = await makeMember(rt, fjordline, "agent", "Liv Dahl");
await fjordline.run(
  (ctx) => addAbsence(ctx, { userId: bo.id, coverId: liv.id, fromDay: "2026-11-23", toDay: "2026-11-27" }),
  bo,
);
const contact = await fjordline.run((ctx) => makeContact(rt, ctx, "Anna Lindqvist"));

const open = (employee: string | null) =>
  fjordline.run(async (ctx) => {
    const about = { responseId: null, invitationId: null, contactId: contact.id, employee };
    return (await openCase(ctx, about))!.id;
  });

const alertsOf = async (caseId: string) => {
  await tellAllAlerts(rt);
  return fjordline.run((ctx) =>
    ctx.db
      .select()
      .from(outboundMails)
      .where(and(eq(outboundMails.caseId, caseId), eq(outboundMails.kind, "case_alert")))
      .orderBy(outboundMails.id),
  );
};

it("a case of somebody who is away goes to who stands in, and says so", async () => {
  const caseId = await open("Bo Friis");
  const [one] = await fjordline.run((ctx) => ctx.db.select().from(cases).where(eq(cases.id, caseId)));
  expect(one!.assigneeId).toBe(liv.id);
  const [event] = await fjordline.run((ctx) =>
    ctx.db.select().from(caseEvents).where(eq(caseEvents.caseId, caseId)),
  );
  expect(event!.detail).toMatchObject({ assigneeId: liv.id, coversFor: bo.id });
  expect((await alertsOf(caseId)).map(({ toAddress }) => toAddress)).toEqual([liv.email]);
});

it("whoever stands in gets the alerts of who is away too", async () => {
  const caseId = await open(null);
  await fjordline.run((ctx) => assignCase(ctx, { caseId, assigneeId: bo.id }));
  const alerts = await alertsOf(caseId);
  expect(alerts.map(({ toAddress }) => toAddress).sort()).toEqual([bo.email, liv.email].sort());
  const covered = alerts.find(({ toAddress }) => toAddress === liv.email)!;
  const mail = await asSystem(rt, fjordline.id, "test", (ctx) => renderAlert(ctx, covered));
  expect(mail.text).toContain("Bo Friis is away, so the case is yours meanwhile.");
});

it("in the queue a case that is not closed says that its owner is away, and who stands in", async () => {
  const caseId = await open(null);
  await fjordline.run((ctx) => assignCase(ctx, { caseId, assigneeId: bo.id }));
  const away = async () => {
    const { cases: listed } = await fjordline.run((ctx) => listCases(ctx, ListCases.parse({ view: "all" })));
    return new Map(listed.map((row) => [row.id, row.away]));
  };
  expect((await away()).get(caseId)).toEqual({ toDay: "2026-11-27", coverName: "Liv Dahl" });
  const [covered, nobodys] = [await open("Bo Friis"), await open(null)];
  const here = await away();
  expect([here.get(covered), here.get(nobodys)]).toEqual([null, null]);
  await fjordline.run((ctx) => ctx.db.update(cases).set({ state: "closed" }).where(eq(cases.id, caseId)));
  expect((await away()).get(caseId)).toBeNull();
});

it("who is here again has the cases again", async () => {
  rt.setNow(new Date("2026-11-28T09:00:00Z"));
  const caseId = await open("bo@".concat(bo.email.split("@")[1]!));
  const [one] = await fjordline.run((ctx) => ctx.db.select().from(cases).where(eq(cases.id, caseId)));
  expect(one!.assigneeId).toBe(bo.id);
});
