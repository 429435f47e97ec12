import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import {
  campaigns,
  exclusions,
  invitations,
  mailEvents,
  outboundMails,
  suppressions,
  workspaces,
} from "#db/schema/index.ts";
import { atTheDoor, type Ctx } from "#server/context.ts";
import { openPreviewKey } from "#server/invitation/preview-key.ts";
import { claimDue } from "#server/mail/claim.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeContact, makeSurvey, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { audienceChoices } from "./audience-choices.ts";
import { cancelCampaign } from "./cancel.ts";
import { createCampaign } from "./create.ts";
import { endHold } from "./end-hold.ts";
import { finishCampaign } from "./finish.ts";
import { listExclusions } from "./list-exclusions.ts";
import { listUndelivered } from "./list-undelivered.ts";
import { lookAhead } from "./look-ahead.ts";
import { pauseCampaign } from "./pause.ts";
import { previewMail } from "./preview-mail.ts";
import { dueCampaigns, getCampaign, listCampaigns, listWaves } from "./queries.ts";
import { resumeCampaign } from "./resume.ts";
import { sendTest } from "./send-test.ts";
import { startCampaign } from "./start.ts";
import { unscheduleCampaign } from "./unschedule.ts";
import { updateDraft } from "./update-draft.ts";

const rt = await testRuntime();
let fjordline: TestWorkspace;
let nordlys: TestWorkspace;
beforeEach(async () => {
  rt.setNow(testNow);
  fjordline = await makeWorkspace(rt, "Fjordline");
  nordlys = await makeWorkspace(rt, "Nordlys");
});

const later = (hours: number) => new Date(testNow.getTime() + hours * 3_600_000);

/** A draft of a campaign to five customers: one opted out, one without an address. */
async function draft(workspace = fjordline) {
  return workspace.run(async (ctx) => {
    const survey = await makeSurvey(ctx);
    for (const name of ["Asa Lind", "Bo Ek", "Cy Dal"]) await makeContact(rt, ctx, name);
    const left = await makeContact(rt, ctx, "Dag Moe");
    await optOut(ctx, left.addressHash!);
    await makeContact(rt, ctx, "Eva Ro", { email: null, emailKey: null, addressHash: null });
    return createCampaign(ctx, { name: "Autumn 2026", surveyId: survey.id });
  });
}

const optOut = (ctx: Ctx, addressHash: Uint8Array) =>
  ctx.db.insert(suppressions).values({
    workspaceId: ctx.workspaceId,
    addressHash,
    reason: "opted_out",
    source: "link",
    createdAt: ctx.now,
  });

const mailStates = (id: string, workspace = fjordline) =>
  workspace.run(async (ctx) => {
    const rows = await ctx.db.select().from(outboundMails).where(eq(outboundMails.campaignId, id));
    return rows.map((row) => row.state).sort();
  });

describe("a draft", () => {
  it("is made and changed piece by piece; what is not mentioned stays", async () => {
    const { id, surveyId } = await draft();
    await fjordline.run((ctx) =>
      updateDraft(ctx, { id, senderName: "Maja at Fjordline", sendAt: "2026-11-30T09:00" }),
    );
    const row = await fjordline.run((ctx) =>
      updateDraft(ctx, {
        id,
        audience: { emails: [" ASA.Lind@customer.example", "asa.lind@customer.example", "x"] },
      }),
    );
    expect(row).toMatchObject({
      surveyId,
      name: "Autumn 2026",
      state: "draft",
      senderName: "Maja at Fjordline",
      sendAt: new Date("2026-11-30T08:00:00Z"),
      audience: { emails: ["asa.lind@customer.example", "x"] },
    });
  });

  it("takes no survey and no team of another workspace, and no time gone by", async () => {
    const foreign = await nordlys.run((ctx) => makeSurvey(ctx));
    const { id } = await draft();
    const update = (change: object) => fjordline.run((ctx) => updateDraft(ctx, { id, ...change }));
    await expect(
      fjordline.run((ctx) => createCampaign(ctx, { name: "x", surveyId: foreign.id })),
    ).rejects.toMatchObject({
      code: "INVALID",
      field: "surveyId",
    });
    await expect(update({ surveyId: foreign.id })).rejects.toMatchObject({ field: "surveyId" });
    await expect(update({ audience: { teamId: foreign.id } })).rejects.toMatchObject({ field: "audience" });
    await expect(update({ sendAt: "2026-11-23T09:59" })).rejects.toMatchObject({ field: "sendAt" });
  });

  it("is no draft any more once it was started", async () => {
    const { id } = await draft();
    await fjordline.run((ctx) => startCampaign(ctx, { id }));
    await expect(fjordline.run((ctx) => updateDraft(ctx, { id, name: "Other" }))).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  it("shows beforehand who would be asked, who not and why, and which addresses nobody has", async () => {
    const { id } = await draft();
    const ahead = await fjordline.run((ctx) => lookAhead(ctx, { id }));
    expect(ahead).toEqual({
      asked: 3,
      askedPeople: ["Asa Lind", "Bo Ek", "Cy Dal"],
      excluded: [
        { reason: "no_valid_address", n: 1, people: ["Eva Ro"] },
        { reason: "opted_out", n: 1, people: ["Dag Moe"] },
      ],
      ungrounded: [],
      unknown: [],
      unknownTotal: 0,
    });
    const emails = ["bo.ek@customer.example", "who@x.example"];
    await fjordline.run((ctx) => updateDraft(ctx, { id, audience: { emails } }));
    expect(await fjordline.run((ctx) => lookAhead(ctx, { id }))).toMatchObject({
      askedPeople: ["Bo Ek"],
      unknown: ["who@x.example"],
      unknownTotal: 1,
    });
    expect(await fjordline.run((ctx) => ctx.db.$count(invitations))).toBe(0);
  });

  it("offers the teams and the attributes that divide this workspace's contacts", async () => {
    await draft();
    await fjordline.run((ctx) => makeContact(rt, ctx, "Fia Aas", { attributes: { plan: "gold" } }));
    expect(await fjordline.run(audienceChoices)).toEqual({
      contacts: 6,
      teams: [],
      attributes: [{ name: "plan", values: [{ value: "gold", n: 1 }] }],
    });
    expect(await nordlys.run(audienceChoices)).toMatchObject({ contacts: 0, attributes: [] });
  });
});

describe("starting", () => {
  it("asks everybody who may be asked and writes down why not the others; a second start changes nothing", async () => {
    const { id } = await draft();
    const started = await fjordline.run((ctx) => startCampaign(ctx, { id }));
    expect(started).toEqual({
      id,
      state: "running",
      invited: 3,
      excluded: { no_valid_address: 1, opted_out: 1 },
    });
    expect(await fjordline.run((ctx) => startCampaign(ctx, { id }))).toEqual(started);
    expect(await mailStates(id)).toEqual(["queued", "queued", "queued"]);
    const seen = await fjordline.run((ctx) => getCampaign(ctx, { id }));
    expect(seen).toMatchObject({ startedAt: testNow, excluded: started.excluded });
    expect(seen.counts).toMatchObject({ invited: 3, queued: 3, sent: 0, answered: 0 });
    const events = await fjordline.run((ctx) => ctx.db.$count(mailEvents));
    expect(events).toBe(3);
  });

  it("asks once when it is pressed four times at once", async () => {
    const { id } = await draft();
    const starts = await Promise.all(
      Array.from({ length: 4 }, () => fjordline.run((ctx) => startCampaign(ctx, { id }))),
    );
    for (const started of starts) expect(started).toEqual(starts[0]);
    expect(await mailStates(id)).toHaveLength(3);
  });

  it("does not ask again who was asked by a campaign before, until the gap is over", async () => {
    const first = await draft();
    await fjordline.run((ctx) => startCampaign(ctx, { id: first.id }));
    const next = () =>
      fjordline.run(async (ctx) => {
        const { id } = await createCampaign(ctx, { name: "Again", surveyId: first.surveyId });
        return startCampaign(ctx, { id });
      });
    expect(await next()).toMatchObject({
      invited: 0,
      excluded: { asked_recently: 3, opted_out: 1, no_valid_address: 1 },
    });
    rt.setNow(later(24 * 31));
    expect(await next()).toMatchObject({ invited: 0, excluded: { asked_recently_relationship: 3 } });
    rt.setNow(later(24 * 181));
    expect(await next()).toMatchObject({ invited: 3 });
  });

  it("waits for its time, chooses the people then, and can be taken back before", async () => {
    const { id } = await draft();
    await fjordline.run((ctx) => updateDraft(ctx, { id, sendAt: later(2).toISOString() }));
    const waiting = { id, state: "scheduled", invited: 0, excluded: {} };
    expect(await fjordline.run((ctx) => startCampaign(ctx, { id }))).toEqual(waiting);
    expect(await fjordline.run((ctx) => startCampaign(ctx, { id }))).toEqual(waiting);
    expect(await fjordline.run((ctx) => unscheduleCampaign(ctx, { id }))).toMatchObject({ state: "draft" });
    await fjordline.run((ctx) => startCampaign(ctx, { id }));

    const due = async (hours: number) => {
      const found = await atTheDoor(rt.connection.db, (tx) => dueCampaigns(tx, later(hours)));
      return found.some((it) => it.id === id && it.workspaceId === fjordline.id);
    };
    expect([await due(1), await due(2), await due(25), await due(27)]).toEqual([false, true, true, false]);
    rt.setNow(later(27));
    expect(await fjordline.run((ctx) => getCampaign(ctx, { id }))).toMatchObject({
      state: "scheduled",
      overdue: true,
    });
    expect(await fjordline.run((ctx) => startCampaign(ctx, { id }))).toMatchObject({
      state: "running",
      invited: 3,
    });
  });

  it("makes the mails due when the campaign's hours begin on the workspace's clock", async () => {
    const { id } = await draft();
    const sendingHours = { days: [2], from: 8, to: 11 };
    await fjordline.run((ctx) => ctx.db.update(workspaces).set({ timezone: "Europe/Helsinki" }));
    await fjordline.run((ctx) => updateDraft(ctx, { id, sendingHours }));
    await fjordline.run((ctx) => startCampaign(ctx, { id }));
    const rows = await fjordline.run((ctx) => ctx.db.select().from(outboundMails));
    for (const { nextAttemptAt } of rows) expect(nextAttemptAt).toEqual(new Date("2026-11-24T06:00:00Z"));
  });
});

describe("a campaign in waves", () => {
  const series = async (sendAt: string | null = null) => {
    const { id } = await draft();
    await fjordline.run((ctx) =>
      updateDraft(ctx, { id, sendAt, timing: { kind: "recurring", every: 1, unit: "month" } }),
    );
    return id;
  };
  const start = (id: string) => fjordline.run((ctx) => startCampaign(ctx, { id }));
  const waves = (id: string) => fjordline.run((ctx) => listWaves(ctx, { id }));
  const get = (id: string) => fjordline.run((ctx) => getCampaign(ctx, { id }));

  it("sends each wave as a campaign of its own, with its own people, and waits for the next", async () => {
    const id = await series();
    const first = await start(id);
    expect(first).toMatchObject({ id, state: "scheduled", invited: 3, excluded: { opted_out: 1 } });
    expect(await start(id)).toEqual(first);
    expect(await get(id)).toMatchObject({
      wave: 1,
      sendAt: new Date("2026-12-23T09:00:00Z"),
      counts: { invited: 0 },
      sendingHours: { days: [1, 2, 3, 4, 5], from: 8, to: 11 },
    });
    await fjordline.run((ctx) => makeContact(rt, ctx, "Nia Vik"));
    rt.setNow(new Date("2026-12-23T09:00:10Z"));
    expect(await start(id)).toMatchObject({ invited: 1, excluded: { asked_recently_relationship: 3 } });
    const [second, one, ...none] = await waves(id);
    expect(second).toMatchObject({ wave: 2, state: "running", counts: { invited: 1 } });
    expect(one).toMatchObject({ wave: 1, counts: { invited: 3 } });
    expect(none).toEqual([]);
    expect(await get(second!.id)).toMatchObject({
      name: "Autumn 2026 (2)",
      seriesId: id,
      timing: { kind: "once" },
    });
    expect((await get(id)).sendAt).toEqual(new Date("2027-01-23T09:00:00Z"));
  });

  it("starts a wave once, however many workers find it due", async () => {
    const id = await series(later(2).toISOString());
    expect(await start(id)).toMatchObject({ state: "scheduled", invited: 0 });
    rt.setNow(later(2));
    const starts = await Promise.all([start(id), start(id), start(id), start(id)]);
    for (const started of starts) expect(started).toEqual(starts[0]);
    expect(await waves(id)).toHaveLength(1);
    expect((await get(id)).sendAt).toEqual(new Date("2026-12-23T11:00:00Z"));
  });

  it("asks a person when a wave is more than a day late, and starts none after it was cancelled", async () => {
    const id = await series();
    await start(id);
    rt.setNow(new Date("2026-12-25T09:00:00Z"));
    expect(await get(id)).toMatchObject({ overdue: true });
    await start(id);
    expect(await get(id)).toMatchObject({
      overdue: false,
      wave: 2,
      sendAt: new Date("2027-01-23T09:00:00Z"),
    });
    await fjordline.run((ctx) => cancelCampaign(ctx, { id }));
    rt.setNow(new Date("2027-01-23T09:00:00Z"));
    await expect(start(id)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await waves(id)).toHaveLength(2);
  });

  it("is not another workspace's to start or to see", async () => {
    const id = await series();
    await start(id);
    await expect(nordlys.run((ctx) => startCampaign(ctx, { id }))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(nordlys.run((ctx) => listWaves(ctx, { id }))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("a campaign spread over days", () => {
  it("has weekday mornings unless told otherwise, and gives each sending day its share", async () => {
    const { id } = await draft();
    const change = (input: object) => fjordline.run((ctx) => updateDraft(ctx, { id, ...input }));
    const drip = await change({ timing: { kind: "drip", days: 3 } });
    expect(drip.sendingHours).toEqual({ days: [1, 2, 3, 4, 5], from: 8, to: 11 });
    expect((await change({ timing: { kind: "once" } })).sendingHours).toBeNull();
    const chosen = { days: [1], from: 9, to: 10 };
    expect(await change({ timing: { kind: "drip", days: 3 }, sendingHours: chosen })).toMatchObject({
      sendingHours: chosen,
    });
    expect((await change({ timing: { kind: "drip", days: 2 } })).sendingHours).toEqual(chosen);
    await change({ timing: { kind: "drip", days: 3 }, sendingHours: drip.sendingHours });
    await fjordline.run((ctx) => startCampaign(ctx, { id }));
    const rows = await fjordline.run((ctx) => ctx.db.select().from(outboundMails));
    expect(rows.map((row) => row.nextAttemptAt.toISOString()).sort()).toEqual([
      "2026-11-24T07:00:00.000Z",
      "2026-11-25T07:00:00.000Z",
      "2026-11-26T07:00:00.000Z",
    ]);
  });
});

describe("a contact's own clock", () => {
  it("decides when the mail leaves, though the workspace's hours are over", async () => {
    const { id } = await draft();
    await fjordline.run((ctx) =>
      makeContact(rt, ctx, "Nia Vik", { attributes: { timezone: "America/New_York" } }),
    );
    await fjordline.run((ctx) => updateDraft(ctx, { id, sendingHours: { days: [1], from: 8, to: 11 } }));
    await fjordline.run((ctx) => startCampaign(ctx, { id }));
    const claim = async (at: string) => {
      const { mails } = await claimDue(rt.connection.db, { limit: 500, at: new Date(at) });
      return mails.filter((mail) => mail.campaignId === id).map((mail) => mail.toAddress);
    };
    expect(await claim("2026-11-23T12:59:00Z")).toEqual([]);
    expect(await claim("2026-11-23T13:00:00Z")).toEqual(["nia.vik@customer.example"]);
    expect(await claim("2026-11-23T17:00:00Z")).toEqual([]);
    expect(await claim("2026-11-30T07:30:00Z")).toHaveLength(3);
  });
});

describe("the minute after a person has started a campaign", () => {
  const claim = async (id: string, seconds: number) => {
    const at = new Date(testNow.getTime() + seconds * 1000);
    const { mails } = await claimDue(rt.connection.db, { limit: 500, at });
    return mails.filter((mail) => mail.campaignId === id).length;
  };
  const hold = async (id: string) => (await fjordline.run((ctx) => getCampaign(ctx, { id }))).hold;

  it("keeps every mail back, and is over by itself", async () => {
    const { id } = await draft();
    await fjordline.run((ctx) => startCampaign(ctx, { id, held: true }));
    expect(await hold(id)).toEqual({ id, until: new Date("2026-11-23T09:01:00Z") });
    expect(await claim(id, 59)).toBe(0);
    expect(await claim(id, 60)).toBe(3);
    rt.setNow(new Date("2026-11-23T09:01:00Z"));
    expect(await hold(id)).toBeNull();
  });

  it("can be stopped before anything left, and cut short", async () => {
    const { id } = await draft();
    await fjordline.run((ctx) => startCampaign(ctx, { id, held: true }));
    await fjordline.run((ctx) => pauseCampaign(ctx, { id }));
    expect(await hold(id)).toBeNull();
    expect(await claim(id, 90)).toBe(0);
    await fjordline.run((ctx) => resumeCampaign(ctx, { id }));
    await expect(nordlys.run((ctx) => endHold(ctx, { id }))).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await fjordline.run((ctx) => endHold(ctx, { id }))).toBe(true);
    expect(await fjordline.run((ctx) => endHold(ctx, { id }))).toBe(false);
    expect(await hold(id)).toBeNull();
    expect(await claim(id, 0)).toBe(3);
  });

  it("is not kept where the hours keep the mails longer, nor by a program's start; a wave's shows on its series", async () => {
    const tomorrow = await draft();
    await fjordline.run((ctx) =>
      updateDraft(ctx, { id: tomorrow.id, sendingHours: { days: [2], from: 8, to: 11 } }),
    );
    await fjordline.run((ctx) => startCampaign(ctx, { id: tomorrow.id, held: true }));
    expect(await hold(tomorrow.id)).toBeNull();
    const api = await draft(nordlys);
    await nordlys.run((ctx) => startCampaign(ctx, { id: api.id }));
    expect((await nordlys.run((ctx) => getCampaign(ctx, { id: api.id }))).hold).toBeNull();

    fjordline = await makeWorkspace(rt, "Third");
    const { id } = await draft();
    const timing = { kind: "recurring", every: 1, unit: "week" } as const;
    await fjordline.run((ctx) => updateDraft(ctx, { id, timing, sendingHours: null }));
    await fjordline.run((ctx) => startCampaign(ctx, { id, held: true }));
    const [wave] = await fjordline.run((ctx) => listWaves(ctx, { id }));
    expect(await hold(id)).toMatchObject({ id: wave!.id });
  });
});

describe("pausing, resuming and cancelling", () => {
  const claimed = async (id: string, at: Date) => {
    const { mails } = await claimDue(rt.connection.db, { limit: 500, at });
    return mails.filter((mail) => mail.campaignId === id).length;
  };

  it("stops what no server has been told of, at once, and lets the rest go on", async () => {
    const { id } = await draft();
    await fjordline.run((ctx) => startCampaign(ctx, { id }));
    expect(await claimed(id, testNow)).toBe(3);
    expect(await fjordline.run((ctx) => pauseCampaign(ctx, { id }))).toMatchObject({ state: "paused" });
    expect(await mailStates(id)).toEqual(["queued", "queued", "queued"]);
    expect(await claimed(id, later(1))).toBe(0);
    await fjordline.run((ctx) => pauseCampaign(ctx, { id }));
    await fjordline.run((ctx) => resumeCampaign(ctx, { id }));
    expect(await claimed(id, later(1))).toBe(3);
    expect(await fjordline.run((ctx) => cancelCampaign(ctx, { id }))).toMatchObject({ state: "cancelled" });
    expect(await mailStates(id)).toEqual(["cancelled", "cancelled", "cancelled"]);
    await expect(fjordline.run((ctx) => resumeCampaign(ctx, { id }))).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await expect(fjordline.run((ctx) => startCampaign(ctx, { id }))).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  it("leaves what was handed over to its worker", async () => {
    const { id } = await draft();
    await fjordline.run((ctx) => startCampaign(ctx, { id }));
    await claimed(id, testNow);
    await fjordline.run((ctx) =>
      ctx.db
        .update(outboundMails)
        .set({ dataStartedAt: ctx.now })
        .where(eq(outboundMails.toAddress, "bo.ek@customer.example")),
    );
    await fjordline.run((ctx) => cancelCampaign(ctx, { id }));
    expect(await mailStates(id)).toEqual(["cancelled", "cancelled", "sending"]);
  });

  it("reaches no campaign of another workspace", async () => {
    const { id } = await draft();
    await fjordline.run((ctx) => startCampaign(ctx, { id }));
    const verbs = [
      startCampaign,
      pauseCampaign,
      resumeCampaign,
      cancelCampaign,
      unscheduleCampaign,
      getCampaign,
      lookAhead,
      previewMail,
      sendTest,
    ];
    for (const verb of verbs) {
      await expect(nordlys.run(async (ctx) => verb(ctx, { id }))).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
    await expect(nordlys.run((ctx) => updateDraft(ctx, { id, name: "x" }))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const lists = [listExclusions, listUndelivered] as const;
    for (const list of lists) {
      const reach = nordlys.run<unknown>((ctx) => list(ctx, { id, limit: 5 }));
      await expect(reach).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    expect(await nordlys.run((ctx) => finishCampaign(ctx, { id }))).toBe(false);
    expect((await nordlys.run((ctx) => listCampaigns(ctx, { limit: 25 }))).campaigns).toEqual([]);
    expect(await mailStates(id)).toEqual(["queued", "queued", "queued"]);
  });
});

describe("the end", () => {
  it("comes when no mail is on its way any more, and the counts add up", async () => {
    const { id } = await draft();
    await fjordline.run((ctx) => startCampaign(ctx, { id }));
    const set = (name: string, state: "sent" | "failed" | "in_doubt") =>
      fjordline.run((ctx) =>
        ctx.db
          .update(outboundMails)
          .set({ state, lastText: "550 no" })
          .where(eq(outboundMails.toAddress, `${name}@customer.example`)),
      );
    await set("asa.lind", "sent");
    await set("bo.ek", "failed");
    expect(await fjordline.run((ctx) => finishCampaign(ctx, { id }))).toBe(false);
    await set("cy.dal", "in_doubt");
    expect(await fjordline.run((ctx) => finishCampaign(ctx, { id }))).toBe(true);
    expect(await fjordline.run((ctx) => finishCampaign(ctx, { id }))).toBe(false);
    const { state, counts } = await fjordline.run((ctx) => getCampaign(ctx, { id }));
    expect(state).toBe("finished");
    const { invited, answered, ...states } = counts;
    expect(Object.values(states).reduce((a, b) => a + b)).toBe(invited);
    expect(counts).toMatchObject({ invited: 3, sent: 1, failed: 1, inDoubt: 1, answered: 0 });
    const undelivered = await fjordline.run((ctx) => listUndelivered(ctx, { id, limit: 25 }));
    expect(undelivered.people.map((it) => [it.name, it.state]).sort()).toEqual([
      ["Bo Ek", "failed"],
      ["Cy Dal", "in_doubt"],
    ]);
  });
});

describe("the lists", () => {
  it("go page by page without gaps, newest campaign first", async () => {
    const { surveyId } = await draft();
    for (const n of [1, 2, 3]) {
      rt.setNow(later(n));
      await fjordline.run((ctx) => createCampaign(ctx, { name: `Campaign ${n}`, surveyId }));
    }
    const first = await fjordline.run((ctx) => listCampaigns(ctx, { limit: 3 }));
    const second = await fjordline.run((ctx) => listCampaigns(ctx, { limit: 3, cursor: first.next! }));
    expect([...first.campaigns, ...second.campaigns].map((it) => it.name)).toEqual([
      "Campaign 3",
      "Campaign 2",
      "Campaign 1",
      "Autumn 2026",
    ]);
    expect(second.next).toBeNull();
  });

  it("tell who was left out, by reason if wanted", async () => {
    const { id } = await draft();
    await fjordline.run((ctx) => startCampaign(ctx, { id }));
    const all = await fjordline.run((ctx) => listExclusions(ctx, { id, limit: 1 }));
    const rest = await fjordline.run((ctx) => listExclusions(ctx, { id, limit: 5, cursor: all.next! }));
    expect([...all.people, ...rest.people].map((it) => it.name)).toEqual(["Dag Moe", "Eva Ro"]);
    const opted = await fjordline.run((ctx) => listExclusions(ctx, { id, limit: 5, reason: "opted_out" }));
    expect(opted.people.map((it) => it.name)).toEqual(["Dag Moe"]);
    expect(await fjordline.run((ctx) => ctx.db.$count(exclusions))).toBe(2);
  });
});

describe("a look at the mail", () => {
  it("shows exactly what will be sent, in the language asked for", async () => {
    const { id } = await draft();
    const swedish = await fjordline.run((ctx) => previewMail(ctx, { id, locale: "sv" }));
    expect(swedish).toMatchObject({ locale: "sv", fromName: "Fjordline" });
    expect(swedish.subject).not.toContain("[Test]");
    expect(swedish.html).toContain("Hur troligt");
    expect((await fjordline.run((ctx) => previewMail(ctx, { id, locale: "xx" }))).locale).toBe("en");
  });

  it("can be had as a mail to oneself, whose links name the campaign and open nothing", async () => {
    const { id } = await draft();
    expect(await fjordline.run((ctx) => sendTest(ctx, { id }))).toEqual({ to: fjordline.owner.email });
    await fjordline.run((ctx) => sendTest(ctx, { id, to: "asa@x.example", locale: "fi" }));
    const mails = await fjordline.run((ctx) => ctx.db.select().from(outboundMails));
    expect(mails.map((mail) => [mail.toAddress, mail.kind, mail.campaignId]).sort()).toEqual([
      ["asa@x.example", "invitation_test", null],
      [fjordline.owner.email, "invitation_test", null],
    ]);
    const { html } = await fjordline.run((ctx) => previewMail(ctx, { id }));
    const key = /\/r\/preview\/([0-9a-z]+)\/7/.exec(html)![1]!;
    expect(openPreviewKey(rt.tokens, key)).toEqual({ campaignId: id, locale: "en" });
    expect(openPreviewKey(rt.tokens, `${key.slice(0, -1)}~`)).toBeNull();
    await expect(fjordline.run((ctx) => sendTest(ctx, { id, to: "a@b" }))).rejects.toMatchObject({
      field: "to",
    });
    expect(await fjordline.run((ctx) => ctx.db.$count(campaigns))).toBe(1);
  });
});
