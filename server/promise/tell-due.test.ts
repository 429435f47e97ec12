import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { cases, members, outboundMails, workspaces } from "#db/schema/index.ts";
import { addAbsence } from "#server/absence/add.ts";
import { asSystem } from "#server/entry.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeContact, makeMember, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { makeCase } from "#server/test/follow-up.ts";
import { tellAllDuePromises } from "#server/worker/due-promises.ts";
import { usualWorkingTime } from "#server/working-time/rules.ts";
import { SetWorkingTime } from "#server/working-time/schema.ts";
import { setWorkingTime } from "#server/working-time/set.ts";
import { keepPromise, withdrawPromise } from "./change.ts";
import { makePromise } from "./make.ts";
import { morningOf } from "./morning.ts";
import { renderPromisesDue } from "./render-due.ts";
import { tellDuePromises } from "./tell-due.ts";

const rt = await testRuntime();
beforeEach(() => rt.setNow(testNow));
const at = (iso: string) => rt.setNow(new Date(iso));

async function begin(name = "Fjordline") {
  const workspace = await makeWorkspace(rt, name);
  await workspace.run((ctx) =>
    ctx.db.update(workspaces).set({ timezone: "Europe/Oslo" }).where(eq(workspaces.id, ctx.workspaceId)),
  );
  return workspace;
}

function promised(workspace: TestWorkspace, dueOn: string, ownerId?: string) {
  return workspace.run(async (ctx) => {
    const contact = await makeContact(rt, ctx, `Anna ${Math.random().toString(36).slice(2, 8)}`);
    const caseId = await makeCase(ctx, { openedAt: ctx.now, dueAt: ctx.now });
    await ctx.db.update(cases).set({ contactId: contact.id }).where(eq(cases.id, caseId));
    const { id } = await makePromise(ctx, { caseId, text: "I will call you.", dueOn, ownerId });
    return { id, caseId };
  });
}

const mailsOf = (workspace: TestWorkspace) =>
  workspace.run((ctx) =>
    ctx.db
      .select()
      .from(outboundMails)
      .where(eq(outboundMails.kind, "promises_due"))
      .orderBy(outboundMails.createdAt, outboundMails.id),
  );
const render = (workspace: TestWorkspace, mail: typeof outboundMails.$inferSelect) =>
  asSystem(rt, workspace.id, "test", (ctx) => renderPromisesDue(ctx, mail));

describe("the mail of the morning", () => {
  it("comes once a day from eight o'clock, only to who has something to keep, with a link to each case", async () => {
    const workspace = await begin();
    const bo = await makeMember(rt, workspace, "agent", "Bo Friis");
    const { caseId } = await promised(workspace, "2026-11-24");
    await promised(workspace, "2026-11-30", bo.id);
    at("2026-11-24T06:59:00Z");
    await tellAllDuePromises(rt);
    expect(await mailsOf(workspace)).toEqual([]);
    at("2026-11-24T07:00:00Z");
    await Promise.all([tellAllDuePromises(rt), tellAllDuePromises(rt)]);
    await tellAllDuePromises(rt);
    const mails = await mailsOf(workspace);
    expect(mails.map(({ toAddress }) => toAddress)).toEqual([workspace.owner.email]);
    const { subject, text, html } = await render(workspace, mails[0]!);
    expect(subject).toMatch(/^A promise to Anna \w+ is due$/);
    expect(text).toContain("I will call you.\nDue today.");
    expect(html).toContain(`/${workspace.slug}/cases/${caseId}`);
    expect(html).toContain(`/${workspace.slug}/cases?view=promised`);

    at("2026-11-25T12:00:00Z");
    await tellAllDuePromises(rt);
    const again = await mailsOf(workspace);
    expect(again).toHaveLength(2);
    expect((await render(workspace, again[1]!)).text).toContain("One day overdue.");
  });

  it("comes before days off with what falls due on them, and not on them", async () => {
    const workspace = await begin();
    at("2026-11-27T09:00:00Z");
    await promised(workspace, "2026-11-29");
    await tellAllDuePromises(rt);
    const [friday] = await mailsOf(workspace);
    expect((await render(workspace, friday!)).text).toContain("Due on Sunday");
    at("2026-11-28T09:00:00Z");
    await tellAllDuePromises(rt);
    at("2026-11-29T09:00:00Z");
    await tellAllDuePromises(rt);
    expect(await mailsOf(workspace)).toHaveLength(1);
    at("2026-11-30T09:00:00Z");
    await tellAllDuePromises(rt);
    expect(await mailsOf(workspace)).toHaveLength(2);
  });

  it("goes by the workspace's hours", async () => {
    const workspace = await begin();
    const hours = { monday: "10–15", tuesday: "10–15", wednesday: "", thursday: "", friday: "" };
    const set = { teamId: null, timezone: "", calendar: "", ...hours, saturday: "", sunday: "" };
    await workspace.run((ctx) => setWorkingTime(ctx, SetWorkingTime.parse(set)));
    await promised(workspace, "2026-11-24");
    at("2026-11-24T08:59:00Z");
    await tellAllDuePromises(rt);
    expect(await mailsOf(workspace)).toEqual([]);
    at("2026-11-24T09:00:00Z");
    await tellAllDuePromises(rt);
    expect(await mailsOf(workspace)).toHaveLength(1);
  });

  it("goes to who stands in too, and to the owner of the case where the promise has none any more", async () => {
    const workspace = await begin();
    const [bo, liv, eva] = [
      await makeMember(rt, workspace, "agent", "Bo Friis"),
      await makeMember(rt, workspace, "agent", "Liv Dahl"),
      await makeMember(rt, workspace, "agent", "Eva Holm"),
    ];
    await workspace.run((ctx) =>
      addAbsence(ctx, { userId: bo.id, fromDay: "2026-11-24", toDay: "2026-11-25", coverId: liv.id }),
    );
    await promised(workspace, "2026-11-24", bo.id);
    const { caseId } = await promised(workspace, "2026-11-24", eva.id);
    await workspace.run(async (ctx) => {
      await ctx.db.update(cases).set({ assigneeId: workspace.owner.id }).where(eq(cases.id, caseId));
      await ctx.db.delete(members).where(eq(members.userId, eva.id));
    });
    at("2026-11-24T09:00:00Z");
    await tellAllDuePromises(rt);
    const mails = await mailsOf(workspace);
    expect(mails.map(({ toAddress }) => toAddress).sort()).toEqual(
      [bo.email, liv.email, workspace.owner.email].sort(),
    );
    const covered = mails.find(({ toAddress }) => toAddress === liv.email)!;
    expect((await render(workspace, covered)).text).toContain("Bo Friis is away");
  });

  it("does not leave when everything was kept or withdrawn in the meantime", async () => {
    const workspace = await begin();
    const [kept, withdrawn] = [
      await promised(workspace, "2026-11-24"),
      await promised(workspace, "2026-11-24"),
    ];
    at("2026-11-24T09:00:00Z");
    await tellAllDuePromises(rt);
    const [mail] = await mailsOf(workspace);
    await workspace.run((ctx) => keepPromise(ctx, { promiseId: kept.id }));
    expect((await render(workspace, mail!)).subject).toMatch(/^A promise to/);
    await workspace.run((ctx) => withdrawPromise(ctx, { promiseId: withdrawn.id, reason: "Not needed" }));
    await expect(render(workspace, mail!)).rejects.toThrow("Nothing that was promised is due any more");
  });

  it("tells of a workspace's own promises", async () => {
    const [fjordline, nordlys] = [await begin(), await begin("Nordlys")];
    await promised(fjordline, "2026-11-24");
    at("2026-11-24T09:00:00Z");
    expect(await nordlys.run(tellDuePromises)).toBe(0);
    expect(await fjordline.run(tellDuePromises)).toBe(1);
    expect(await mailsOf(nordlys)).toEqual([]);
  });
});

it("a morning has begun from its hour on, on working days, until the day before the next one", () => {
  const time = usualWorkingTime("UTC");
  expect(morningOf(time, new Date("2026-11-27T07:59:00Z"))).toBeNull();
  expect(morningOf(time, new Date("2026-11-27T08:00:00Z"))).toEqual({
    day: "2026-11-27",
    until: "2026-11-29",
  });
  expect(morningOf(time, new Date("2026-11-28T12:00:00Z"))).toBeNull();
  const never = { ...time, closedBecause: (day: string) => (day > "2026-11-27" ? { name: "closed" } : null) };
  expect(morningOf(never, new Date("2026-11-27T08:00:00Z"))?.until).toBe("2026-12-28");
});
