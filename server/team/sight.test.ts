import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { alertNews, alerts, auditEntries, caseNews, cases, teamMembers } from "#db/schema/index.ts";
import { addAbsence } from "#server/absence/add.ts";
import { createAlert } from "#server/alert/create.ts";
import { handOutNews } from "#server/alert/hand-out.ts";
import { CreateAlert } from "#server/alert/schema.ts";
import { actOnCases } from "#server/case/act.ts";
import { addNote } from "#server/case/add-note.ts";
import { countCases } from "#server/case/count.ts";
import { listCases } from "#server/case/list.ts";
import { noteCase } from "#server/case/note-case.ts";
import { getCase } from "#server/case/queries.ts";
import { CountCases, ListCases } from "#server/case/schema.ts";
import { undoAct } from "#server/case/undo.ts";
import { listContacts } from "#server/contact/queries.ts";
import { ListContacts } from "#server/contact/schema.ts";
import { withinSight } from "#server/context.ts";
import { getDashboard } from "#server/dashboard/queries.ts";
import { DashboardView } from "#server/dashboard/schema.ts";
import { gatherDigest } from "#server/digest/gather.ts";
import type { SignedIn } from "#server/entry.ts";
import { total } from "#server/nps/groups.ts";
import { makePromise } from "#server/promise/make.ts";
import { countListed } from "#server/response/count-listed.ts";
import { foldCounts } from "#server/response/fold-counts.ts";
import { listResponses } from "#server/response/list.ts";
import { ListFilter, ListResponses } from "#server/response/schema.ts";
import { verifyCounts } from "#server/response/verify-counts.ts";
import { seesCase } from "#server/team/sees-case.ts";
import { makeAnswers } from "#server/test/answers.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeMember, type TestWorkspace } from "#server/test/factories.ts";
import { makeTeam } from "#server/test/recovery.ts";
import { twoTeams } from "#server/test/two-teams.ts";
import { setLead } from "./set-lead.ts";
import { setMembers } from "./set-members.ts";
import { getSight, setSight } from "./set-sight.ts";
import { sightOf } from "./sight-of.ts";

const rt = await testRuntime();
beforeEach(() => rt.setNow(testNow));
const at = "2026-11-20T09:00:00Z";

const seenBy = async (here: TestWorkspace, who: SignedIn, view = "open") =>
  (await here.run((ctx) => listCases(ctx, ListCases.parse({ view })), who)).cases.map(({ id }) => id).sort();

describe("an agent of a team", () => {
  it("sees its cases and answers, and of no team's only where the workspace says so", async () => {
    for (const sees of ["teams", "teams_and_none"] as const) {
      const { here, ida, ofNorth, ofSouth, ofNone } = await twoTeams(rt, sees);
      expect(await seenBy(here, ida)).toEqual(sees === "teams" ? [ofNorth] : [ofNorth, ofNone].sort());
      const gone = (ctx: Parameters<typeof getCase>[0]) => getCase(ctx, { caseId: ofSouth });
      await expect(here.run(gone, ida)).rejects.toMatchObject({ code: "NOT_FOUND" });
      const listed = await here.run((ctx) => listContacts(ctx, ListContacts.parse({})), ida);
      expect(listed.contacts.map(({ name }) => name)).toEqual(
        sees === "teams" ? ["Anna North"] : ["Anna North", "Dora None"],
      );
    }
  });

  it.each(["teams", "teams_and_none"] as const)(
    "has figures of the same answers as lists, from counters, also folded ones, and from answers, where they see %s",
    async (sees) => {
      const { here, ida, bo, north, ofSouth } = await twoTeams(rt, sees);
      await here.run((ctx) => addNote(ctx, { caseId: ofSouth, text: "@Ida please" }), bo);
      await makeAnswers(rt, here, [{ score: 9, at, by: "Eva None", employee: "Kim" }]);
      const views = [{}, { team: north }, { employee: "Kim" }, { channel: "email" }, { commented: "yes" }];
      for (const fold of [async () => 0, foldCounts]) {
        await here.run(fold);
        for (const view of views) {
          const shown = await here.run(
            (ctx) => getDashboard(ctx, DashboardView.parse({ period: "all", ...view })),
            ida,
          );
          const listed = await here.run((ctx) => listResponses(ctx, ListResponses.parse(view)), ida);
          expect(total(shown.counts), JSON.stringify(view)).toBe(listed.responses.length);
          expect(await here.run((ctx) => countListed(ctx, ListFilter.parse(view)), ida)).toBe(
            listed.responses.length,
          );
          expect(shown.asked).toBeNull();
          expect(JSON.stringify(shown.choices)).not.toContain("South");
        }
      }
      expect(await here.run(verifyCounts)).toEqual([]);
    },
  );

  it("has a case that mentions them from then on, and its answer and customer in it", async () => {
    const { here, ida, bo, ofSouth } = await twoTeams(rt);
    await here.run((ctx) => addNote(ctx, { caseId: ofSouth, text: "@Ida, do you know them?" }), bo);
    expect(await seenBy(here, ida)).toContain(ofSouth);
    const one = await here.run((ctx) => getCase(ctx, { caseId: ofSouth }), ida);
    expect([one.response?.score, one.customer?.name]).toEqual([2, "Carl South"]);
    expect(one.messages.map(({ text }) => text)).toEqual(["@Ida, do you know them?"]);
  });

  it("has a case in which a promise is theirs to keep", async () => {
    const { here, ida, bo, ofSouth } = await twoTeams(rt);
    const promise = { caseId: ofSouth, text: "A call", dueOn: "2026-11-24", ownerId: ida.id };
    await here.run((ctx) => makePromise(ctx, promise), bo);
    expect(await seenBy(here, ida)).toContain(ofSouth);
  });

  it("has a case that is given to them, and gives it away only once they agree to see it no longer", async () => {
    const { here, ida, bo, ofSouth, ofNorth } = await twoTeams(rt);
    const assign = (assigneeId: string | null, who: SignedIn, leave?: boolean) =>
      here.run(
        (ctx) =>
          actOnCases(ctx, {
            caseIds: [ofSouth, ofNorth],
            change: { kind: "assign", assigneeId, ...(leave ? { leave } : {}) },
          }),
        who,
      );
    await assign(ida.id, here.owner);
    expect(await seenBy(here, ida)).toEqual([ofSouth, ofNorth].sort());
    const asked = await assign(bo.id, ida);
    expect(asked).toMatchObject({ done: [], leaving: [ofSouth] });
    expect(await seenBy(here, ida, "mine")).toEqual([ofSouth, ofNorth].sort());
    const { actId, done } = await assign(bo.id, ida, true);
    expect([...done].sort()).toEqual([ofSouth, ofNorth].sort());
    expect(await seenBy(here, ida)).toEqual([ofNorth]);
    await here.run((ctx) => undoAct(ctx, { actId }), ida);
    expect(await seenBy(here, ida)).toEqual([ofSouth, ofNorth].sort());
  });

  it("sees for who is away what is theirs, on the days they stand in", async () => {
    const { here, ida, bo, ofNone } = await twoTeams(rt);
    await here.run((ctx) => ctx.db.update(cases).set({ assigneeId: bo.id }).where(eq(cases.id, ofNone)));
    expect(await seenBy(here, ida)).not.toContain(ofNone);
    const days = { fromDay: "2026-11-23", toDay: "2026-11-24" };
    await here.run((ctx) => addAbsence(ctx, { userId: bo.id, coverId: ida.id, ...days }));
    expect(await seenBy(here, ida)).toContain(ofNone);
    rt.setNow(new Date("2026-11-25T09:00:00Z"));
    expect(await seenBy(here, ida)).not.toContain(ofNone);
  });

  it("notes the call of a customer whom they do not see, as that customer", async () => {
    const { here, ida, ofSouth } = await twoTeams(rt);
    const { customer } = await here.run((ctx) => getCase(ctx, { caseId: ofSouth }));
    const call = { cameBy: "phone", said: "Where is it?" } as const;
    const named = here.run((ctx) => noteCase(ctx, { ...call, contactId: customer!.id }), ida);
    await expect(named).rejects.toMatchObject({ code: "NOT_FOUND" });
    const { id } = await here.run(
      (ctx) => noteCase(ctx, { ...call, contact: { email: customer!.email! } }),
      ida,
    );
    const noted = await here.run((ctx) => getCase(ctx, { caseId: id }), ida);
    expect([noted.customer?.id, noted.case.assigneeId]).toEqual([customer!.id, ida.id]);
  });

  it("is alerted of cases that they see, and of no others", async () => {
    const { here, ida, ofNorth, ofSouth } = await twoTeams(rt);
    const all = CreateAlert.parse({ kinds: ["assigned"], scope: "all", pace: "at_once" });
    await here.run((ctx) => createAlert(ctx, all), ida);
    const change = { kind: "assign" as const, assigneeId: here.owner.id };
    const admin = await makeMember(rt, here, "admin", "Una Moe");
    await here.run((ctx) => actOnCases(ctx, { caseIds: [ofNorth, ofSouth], change }), admin);
    await here.run((ctx) => handOutNews(ctx, { most: 100 }));
    const told = await here.run((ctx) =>
      ctx.db
        .select({ caseId: caseNews.caseId })
        .from(alertNews)
        .innerJoin(alerts, eq(alerts.id, alertNews.alertId))
        .innerJoin(caseNews, eq(caseNews.id, alertNews.newsId))
        .where(eq(alerts.userId, ida.id)),
    );
    expect(told).toEqual([{ caseId: ofNorth }]);
    expect(await here.run((ctx) => seesCase(ctx, ida.id, ofSouth))).toBe(false);
    expect(await here.run((ctx) => seesCase(ctx, here.owner.id, ofSouth))).toBe(true);
  });

  it("has digests of what they see", async () => {
    const { here, ida } = await twoTeams(rt);
    const days = { ...ListFilter.parse({}), from: "2026-11-16", to: "2026-11-22" };
    const gather = (who: string) =>
      here.run(async (ctx) =>
        withinSight(ctx, await sightOf(ctx, who), (reader) => gatherDigest(reader, days, "UTC", "en")),
      );
    expect(total((await gather(ida.id)).counts)).toBe(1);
    expect(total((await gather(here.owner.id)).counts)).toBe(3);
  });
});

it("who leads a team works in it, and managers and administrators see everything", async () => {
  const { here, bo, north, ofNorth, ofSouth, ofNone } = await twoTeams(rt);
  await here.run((ctx) => setLead(ctx, { teamId: north, leadId: bo.id }));
  expect(await seenBy(here, bo)).toEqual([ofNorth, ofSouth].sort());
  const manager = await makeMember(rt, here, "manager", "Mia Dahl");
  for (const who of [manager, here.owner])
    expect(await seenBy(here, who)).toEqual([ofNorth, ofSouth, ofNone].sort());
});

it("keeps who worked in a team until when, and writes down what was changed", async () => {
  const { here, ida, north, ofNorth } = await twoTeams(rt);
  await here.run((ctx) => setMembers(ctx, { teamId: north, userIds: [] }));
  expect(await seenBy(here, ida)).not.toContain(ofNorth);
  await here.run((ctx) => setMembers(ctx, { teamId: north, userIds: [ida.id] }));
  const rows = await here.run((ctx) =>
    ctx.db
      .select({ removedBy: teamMembers.removedBy })
      .from(teamMembers)
      .where(and(eq(teamMembers.teamId, north), eq(teamMembers.userId, ida.id)))
      .orderBy(teamMembers.id),
  );
  expect(rows.map(({ removedBy }) => removedBy).sort()).toEqual([here.owner.id, null]);
  await here.run((ctx) => setSight(ctx, { sees: "teams" }));
  await here.run((ctx) => setSight(ctx, { sees: "everything" }));
  expect(await here.run(getSight)).toBeNull();
  const entries = await here.run((ctx) =>
    ctx.db
      .select({ before: auditEntries.before, after: auditEntries.after, action: auditEntries.action })
      .from(auditEntries),
  );
  expect(
    entries.filter(({ action }) => action === "people.sight_set").map(({ after }) => after.sees),
  ).toEqual(["teams", "everything"]);
  expect(entries).toContainEqual(
    expect.objectContaining({
      action: "people.team_set",
      before: { members: ["Ida Holm"] },
      after: { members: [] },
    }),
  );
});

it("knows no team and no person of another workspace", async () => {
  const [here, other] = [await twoTeams(rt), await twoTeams(rt)];
  const set = (teamId: string, userIds: string[]) =>
    here.here.run((ctx) => setMembers(ctx, { teamId, userIds }));
  await expect(set(other.north, [])).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(set(here.north, [other.ida.id])).rejects.toMatchObject({ code: "INVALID", field: "userIds" });
  await here.here.run((ctx) => setSight(ctx, { sees: "everything" }));
  expect(await seenBy(other.here, other.ida)).toEqual([other.ofNorth]);
});

it("lists and counts for an agent exactly what is theirs, however cases are spread", async () => {
  const { here, ida, bo, north, south } = await twoTeams(rt);
  const west = await here.run((ctx) => makeTeam(ctx, "West"));
  const teams = [north, south, west, null];
  const spread = fc.array(
    fc.record({
      team: fc.constantFrom(...teams),
      owner: fc.constantFrom(ida.id, bo.id, null),
      mentioned: fc.boolean(),
      closed: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  );
  const views = fc.constantFrom(...(["teams", "teams_and_none", "everything"] as const));
  await fc.assert(
    fc.asyncProperty(spread, fc.subarray([north, south, west]), views, async (all, own, sees) => {
      const made = await here.run(async (ctx) => {
        await ctx.db.delete(cases);
        const rows = all.map((one) => ({ ...one, id: newId() }));
        for (const { id, owner, closed } of rows)
          await ctx.db.insert(cases).values({
            ...{ workspaceId: ctx.workspaceId, id, assigneeId: owner },
            state: closed ? "closed" : "open",
            ...{ openedAt: ctx.now, dueAt: ctx.now },
          });
        for (const { id, team } of rows)
          await ctx.db.update(cases).set({ teamId: team }).where(eq(cases.id, id));
        for (const { id, mentioned } of rows)
          if (mentioned) await addNote(ctx, { caseId: id, text: "Look, @Ida Holm" });
        return rows;
      });
      for (const teamId of [north, south, west])
        await here.run((ctx) => setMembers(ctx, { teamId, userIds: own.includes(teamId) ? [ida.id] : [] }));
      await here.run((ctx) => setSight(ctx, { sees }));
      const naive = made.filter(
        ({ team, owner, mentioned }) =>
          sees === "everything" ||
          owner === ida.id ||
          mentioned ||
          (team === null ? sees === "teams_and_none" : own.includes(team)),
      );
      const ids = naive.map(({ id }) => id).sort();
      expect(await seenBy(here, ida, "all")).toEqual(ids);
      const counts = await here.run((ctx) => countCases(ctx, CountCases.parse({})), ida);
      expect(counts).toMatchObject({
        all: ids.length,
        closed: naive.filter(({ closed }) => closed).length,
        mine: naive.filter(({ closed, owner }) => !closed && owner === ida.id).length,
      });
    }),
    { numRuns: 25 },
  );
}, 60_000);
