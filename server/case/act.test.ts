import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { caseClosures, cases, outboundMails, workspaces } from "#db/schema/index.ts";
import { listTags } from "#server/tag/queries.ts";
import { causeNamed } from "#server/test/causes.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeMember, makeWorkspace } from "#server/test/factories.ts";
import { makeCase } from "#server/test/follow-up.ts";
import { tellAllAlerts } from "#server/worker/tell-alerts.ts";
import { actOnCases } from "./act.ts";
import { chooseAfterClosing, getAfterClosing } from "./after-closing.ts";
import { countCases } from "./count.ts";
import { listCases } from "./list.ts";
import { getCase, requireCase } from "./queries.ts";
import { reopenCase, wakeForCustomer } from "./reopen.ts";
import { type CaseChange, ListCases } from "./schema.ts";
import { offerSnoozes, snoozeCase } from "./snooze.ts";
import { tagCase } from "./tag.ts";
import { undoAct } from "./undo.ts";
import { untilReply } from "./urgency.ts";
import { wakeDueCases } from "./wake-due.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");
const bo = await makeMember(rt, fjordline, "agent", "Bo Friis");
await fjordline.run((ctx) =>
  ctx.db.update(workspaces).set({ timezone: "Europe/Copenhagen" }).where(eq(workspaces.id, ctx.workspaceId)),
);

const hour = 3_600_000;
const pass = (ms: number) => rt.setNow(new Date(rt.clock().getTime() + ms));
const inHours = (hours: number) => new Date(rt.clock().getTime() + hours * hour);

function make(over: Partial<Parameters<typeof makeCase>[1]> = {}): Promise<string> {
  pass(1000);
  return fjordline.run((ctx) => makeCase(ctx, { openedAt: ctx.now, dueAt: inHours(24), ...over }));
}
const read = (caseId: string) => fjordline.run((ctx) => requireCase(ctx, caseId));
const told = async (caseId: string) =>
  (await fjordline.run((ctx) => getCase(ctx, { caseId }))).events.map(({ kind }) => kind);

function act(caseIds: string[], change: CaseChange, as = bo) {
  pass(1000);
  return fjordline.run((ctx) => actOnCases(ctx, { caseIds, change }), as);
}
function undo(actId: string, as = bo) {
  pass(1000);
  return fjordline.run((ctx) => undoAct(ctx, { actId }), as);
}
const causeId = await fjordline.run((ctx) => causeNamed(ctx));
const close: CaseChange = { kind: "close", causeId, outcome: "Sent again" };

describe("one thing done to several cases", () => {
  it("assigns them, and taking it back gives each to whoever had it and calls off the one mail that has not left", async () => {
    const [mine, nobodys] = [await make(), await make()];
    await act([mine], { kind: "assign", assigneeId: bo.id });
    const { owner } = fjordline;
    const { actId, done } = await act([mine, nobodys], { kind: "assign", assigneeId: owner.id });
    expect(done).toEqual([mine, nobodys].sort());
    await tellAllAlerts(rt);
    expect((await read(mine)).assigneeId).toBe(owner.id);
    expect((await undo(actId)).undone).toEqual([mine, nobodys].sort());
    expect((await read(mine)).assigneeId).toBe(bo.id);
    expect((await read(nobodys)).assigneeId).toBeNull();
    expect(await told(nobodys)).toEqual(["assigned", "undone"]);
    const mails = await fjordline.run((ctx) =>
      ctx.db
        .select({ state: outboundMails.state })
        .from(outboundMails)
        .where(and(eq(outboundMails.kind, "alert"), eq(outboundMails.toAddress, owner.email))),
    );
    expect(mails.map(({ state }) => state)).toEqual(["cancelled"]);
  });

  it("closes those that are open and says which were not, and taking it back opens them as they were", async () => {
    const [open, waiting, closed] = [await make(), await make({ state: "waiting" }), await make()];
    await act([closed], close);
    const { actId, done, left } = await act([open, waiting, closed], close);
    expect(done).toEqual([open, waiting].sort());
    expect(left).toEqual([closed]);
    await undo(actId);
    expect((await read(open)).state).toBe("open");
    expect((await read(waiting)).state).toBe("waiting");
    expect((await read(closed)).state).toBe("closed");
    const standing = await fjordline.run((ctx) =>
      ctx.db
        .select({ reopenedBy: caseClosures.reopenedBy })
        .from(caseClosures)
        .where(eq(caseClosures.caseId, open)),
    );
    expect(standing).toEqual([{ reopenedBy: bo.id }]);
  });

  it("snoozes them, and taking it back ends only what is still as it was left", async () => {
    const [one, other] = [await make(), await make({ state: "waiting" })];
    const { actId } = await act([one, other], { kind: "snooze", until: "reply" });
    expect((await read(one)).snoozedUntil).toEqual(untilReply);
    await act([one], { kind: "snooze", until: inHours(5).toISOString() }, fjordline.owner);
    expect(await undo(actId)).toEqual({ undone: [other], left: [one] });
    expect((await read(one)).state).toBe("snoozed");
    expect((await read(other)).state).toBe("waiting");
  });

  it("is taken back once, and never over what a colleague has done since", async () => {
    const id = await make();
    const { actId } = await act([id], { kind: "assign", assigneeId: bo.id });
    await act([id], { kind: "assign", assigneeId: fjordline.owner.id }, fjordline.owner);
    expect((await undo(actId)).left).toEqual([id]);
    expect((await read(id)).assigneeId).toBe(fjordline.owner.id);
    const again = await act([id], { kind: "assign", assigneeId: null });
    expect((await undo(again.actId)).undone).toEqual([id]);
    expect((await undo(again.actId)).left).toEqual([id]);
  });

  it("is taken back one act after the other", async () => {
    const id = await make();
    const first = await act([id], { kind: "assign", assigneeId: bo.id });
    const second = await act([id], { kind: "assign", assigneeId: fjordline.owner.id });
    await undo(second.actId);
    expect((await read(id)).assigneeId).toBe(bo.id);
    await undo(first.actId);
    expect((await read(id)).assigneeId).toBeNull();
  });

  it("loses nothing when two act on the same cases at once, in whatever order they name them", async () => {
    const [one, other] = [await make(), await make()];
    const both = await Promise.all([act([one, other], close), act([other, one], close, fjordline.owner)]);
    expect(both.flatMap(({ done }) => done).sort()).toEqual([one, other].sort());
    expect(await told(one)).toEqual(["closed"]);
    expect(await told(other)).toEqual(["closed"]);
  });

  it("is for nobody else to take back, and nothing of another workspace is reached", async () => {
    const id = await make();
    const { actId } = await act([id], { kind: "assign", assigneeId: bo.id });
    await expect(undo(actId, fjordline.owner)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(nordlys.run((ctx) => undoAct(ctx, { actId }))).rejects.toMatchObject({ code: "NOT_FOUND" });
    const elsewhere = await nordlys.run((ctx) => actOnCases(ctx, { caseIds: [id], change: close }));
    expect(elsewhere).toMatchObject({ done: [], left: [id] });
    expect((await read(id)).state).toBe("open");
    await expect(act([id], { kind: "assign", assigneeId: nordlys.owner.id })).rejects.toMatchObject({
      code: "INVALID",
    });
  });
});

describe("tags", () => {
  const tagsOf = (caseId: string) => fjordline.run((ctx) => listTags(ctx, { caseId }));
  const listed = (tag: string, workspace = fjordline) =>
    workspace.run(async (ctx) => {
      const { cases: rows } = await listCases(ctx, ListCases.parse({ view: "all", tag }));
      return { ids: rows.map(({ id }) => id).sort(), count: (await countCases(ctx, { tag })).all };
    });

  it("are one of a name in whatever capitals, are found by, and go to those cases that have them not", async () => {
    const [one, other] = [await make(), await make()];
    await act([one], { kind: "tag", name: "Delivery" });
    const { done, left } = await act([one, other], { kind: "tag", name: "delivery" });
    expect({ done, left }).toEqual({ done: [other], left: [one] });
    const [tag] = await tagsOf(other);
    expect(tag!.name).toBe("Delivery");
    expect(await listed(tag!.id)).toEqual({ ids: [one, other].sort(), count: 2 });
    expect(await listed(tag!.id, nordlys)).toEqual({ ids: [], count: 0 });
    expect(await nordlys.run((ctx) => listTags(ctx))).toEqual([]);
  });

  it("are taken off and put back, and are offered no more once no case has them", async () => {
    const id = await make();
    const given = await act([id], { kind: "tag", name: "Call first" });
    const [tag] = await tagsOf(id);
    const taken = await act([id], { kind: "untag", tagId: tag!.id });
    expect(await fjordline.run((ctx) => listTags(ctx))).not.toContainEqual(tag);
    expect((await act([id], { kind: "untag", tagId: tag!.id })).left).toEqual([id]);
    await undo(taken.actId);
    expect(await tagsOf(id)).toEqual([tag]);
    await undo(given.actId);
    expect(await tagsOf(id)).toEqual([]);
    expect(await told(id)).toEqual(["tagged", "untagged", "undone", "undone"]);
  });

  it("are taken back one by one, whatever other tags came since", async () => {
    const id = await make();
    const first = await act([id], { kind: "tag", name: "Invoice" });
    await act([id], { kind: "tag", name: "Portal" });
    expect((await undo(first.actId)).undone).toEqual([id]);
    expect((await tagsOf(id)).map(({ name }) => name)).toEqual(["Portal"]);
  });

  it("are a short list", async () => {
    const id = await make();
    const name = (n: number) => ({ caseId: id, name: `Tag ${n}` });
    await fjordline.run(async (ctx) => {
      for (let n = (await listTags(ctx)).length; n < 60; n++) await tagCase(ctx, name(n));
    });
    await expect(act([id], { kind: "tag", name: "One more" })).rejects.toMatchObject({
      code: "LIMIT_REACHED",
    });
    await expect(nordlys.run((ctx) => tagCase(ctx, name(1)))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("a snooze", () => {
  const snooze = (caseId: string, until: string) =>
    fjordline.run((ctx) => snoozeCase(ctx, { caseId, until }));
  const wake = (workspace = fjordline) => workspace.run((ctx) => wakeDueCases(ctx, { most: 10 }));

  it("is offered by the workspace's clocks", async () => {
    const { presets, timezone } = await fjordline.run((ctx) => offerSnoozes(ctx));
    expect(timezone).toBe("Europe/Copenhagen");
    expect(presets.map(({ kind }) => kind)).toContain("tomorrow");
    expect(presets.every(({ at }) => at > rt.clock())).toBe(true);
  });

  it("is over when its time has come, once, and the case needs us since then; its due time stands", async () => {
    const id = await make();
    const until = inHours(3);
    const { dueAt } = await read(id);
    await snooze(id, until.toISOString());
    expect(await wake()).toBe(0);
    pass(4 * hour);
    expect(await wake(nordlys)).toBe(0);
    expect(await wake()).toBe(1);
    expect(await wake()).toBe(0);
    expect(await read(id)).toMatchObject({
      ...{ state: "open", snoozedUntil: null, needsSince: until, needsBecause: "snooze_over", dueAt },
    });
    expect(await told(id)).toEqual(["snoozed", "woke"]);
  });

  it("does not make a customer who waits for us wait anew", async () => {
    const id = await make({ firstReplyAt: rt.clock(), state: "waiting" });
    await fjordline.run((ctx) => wakeForCustomer(ctx, { id }));
    const since = rt.clock();
    await snooze(id, inHours(3).toISOString());
    pass(4 * hour);
    await wake();
    const woken = await read(id);
    expect(woken).toMatchObject({ needsSince: since, needsBecause: "wrote", owedAt: woken.dueAt });
  });

  it("is over when the customer writes, and can be taken up again to the same time", async () => {
    const id = await make({ firstReplyAt: rt.clock(), state: "waiting" });
    const until = inHours(30);
    await snooze(id, until.toISOString());
    pass(hour);
    await fjordline.run((ctx) => wakeForCustomer(ctx, { id }));
    expect(await read(id)).toMatchObject({ state: "open", snoozedUntil: until, needsSince: rt.clock() });
    await snooze(id, until.toISOString());
    expect(await read(id)).toMatchObject({ state: "snoozed", snoozedUntil: until });
    await fjordline.run((ctx) => reopenCase(ctx, { caseId: id }));
    expect(await read(id)).toMatchObject({ state: "open", snoozedUntil: null });
    expect(await told(id)).toEqual(["snoozed", "woke", "snoozed", "woke"]);
  });

  it("is forgotten once the customer has had an answer", async () => {
    const id = await make({ firstReplyAt: rt.clock(), state: "waiting" });
    await snooze(id, inHours(30).toISOString());
    await fjordline.run(async (ctx) => {
      await ctx.db.update(cases).set({ state: "waiting" }).where(eq(cases.id, id));
      await wakeForCustomer(ctx, { id });
    });
    expect((await read(id)).snoozedUntil).toBeNull();
  });

  it("needs a time to come, a case that is open, and one of this workspace", async () => {
    const id = await make();
    await expect(snooze(id, "2020-01-01T09:00")).rejects.toMatchObject({ code: "INVALID", field: "until" });
    await expect(nordlys.run((ctx) => snoozeCase(ctx, { caseId: id, until: "reply" }))).rejects.toMatchObject(
      {
        code: "NOT_FOUND",
      },
    );
    await act([id], close);
    await expect(snooze(id, "reply")).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

it("a member goes on to the next case after closing one unless they choose otherwise, in this workspace alone", async () => {
  const chosen = () => fjordline.run((ctx) => getAfterClosing(ctx), bo);
  expect(await chosen()).toBe("next");
  await fjordline.run((ctx) => chooseAfterClosing(ctx, { afterClosing: "list" }), bo);
  await fjordline.run((ctx) => chooseAfterClosing(ctx, { afterClosing: "stay" }), bo);
  expect(await chosen()).toBe("stay");
  expect(await fjordline.run((ctx) => getAfterClosing(ctx))).toBe("next");
  expect(await nordlys.run((ctx) => getAfterClosing(ctx))).toBe("next");
});
