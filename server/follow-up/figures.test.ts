import { tz } from "@date-fns/tz";
import { format, startOfWeek } from "date-fns";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { caseEvents, caseMessages, responses } from "#db/schema/index.ts";
import { actOnCases } from "#server/case/act.ts";
import { closeCase } from "#server/case/close.ts";
import { countInTime, countReplies } from "#server/case/count-replies.ts";
import { openCase } from "#server/case/open.ts";
import { reopenCase, wakeForCustomer } from "#server/case/reopen.ts";
import { replyToCase } from "#server/case/reply.ts";
import { snoozeCase } from "#server/case/snooze.ts";
import { undoAct } from "#server/case/undo.ts";
import type { Ctx } from "#server/context.ts";
import { DomainError } from "#server/errors.ts";
import { countRecoveries } from "#server/recovery/count-recoveries.ts";
import { causeNamed } from "#server/test/causes.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeContact, makeSurvey, makeWorkspace } from "#server/test/factories.ts";
import { makeAnsweredCheck, makeTeam } from "#server/test/recovery.ts";
import { addWorkingMs, usualWorkingTime, workingMsBetween } from "#server/working-time/rules.ts";
import { getFigures } from "./queries.ts";
import { FiguresView } from "./schema.ts";

const rt = await testRuntime();
const nordlys = await makeWorkspace(rt, "Nordlys");

const hour = 3_600_000;
const zone = "Europe/Copenhagen";
const usual = usualWorkingTime(zone);
const start = new Date("2026-10-30T09:00:00Z");
/** The middle of what happens: some of it lies before, some after. */
const days = { from: "2026-11-02", to: "2026-11-15" };
const view = FiguresView.parse(days);

type Step = {
  does: "open" | "reply" | "close" | "close and undo" | "reopen" | "customer writes" | "snooze";
  hours: number;
  at: number;
};
const steps = fc.array(
  fc.record<Step>({
    does: fc.constantFrom(
      ...(["open", "open", "reply", "reply", "close", "close", "close and undo"] as const),
      ...(["reopen", "customer writes", "snooze"] as const),
    ),
    hours: fc.integer({ min: 1, max: 40 }),
    at: fc.nat(11),
  }),
  { minLength: 4, maxLength: 30 },
);

/** A company with two teams and causes in two levels. */
async function makeCompany() {
  const workspace = await makeWorkspace(rt, "Fjordline");
  const made = await workspace.run(async (ctx) => {
    const delivery = await causeNamed(ctx);
    return {
      surveyId: (await makeSurvey(ctx)).id,
      teamIds: [await makeTeam(ctx, "North"), await makeTeam(ctx, "South"), null],
      causeIds: [delivery, await causeNamed(ctx, "Late", delivery), await causeNamed(ctx, "Price")],
      above: new Map([[await causeNamed(ctx, "Late", delivery), delivery]]),
    };
  });
  return { workspace, ...made };
}
type Company = Awaited<ReturnType<typeof makeCompany>>;

async function open(ctx: Ctx, { surveyId }: Company, teamId: string | null): Promise<string> {
  const contact = await makeContact(rt, ctx, `Anna ${newId().slice(-6)}`);
  const responseId = newId();
  await ctx.db.insert(responses).values({
    ...{ workspaceId: ctx.workspaceId, id: responseId, surveyId, contactId: contact.id, score: 2, teamId },
    ...{ evidence: "confirmed", channel: "email", locale: "en", answeredAt: ctx.now, updatedAt: ctx.now },
  });
  const one = await openCase(ctx, {
    ...{ responseId, invitationId: null, contactId: contact.id, employee: null, score: 2 },
  });
  return one!.id;
}

/** Lets it happen, step by step, as people do it: what cannot be done is not. Returns whose team each case is. */
async function live(company: Company, plan: Step[]): Promise<Map<string, string | null>> {
  const teams = new Map<string, string | null>();
  rt.setNow(start);
  for (const { does, hours, at } of plan) {
    rt.setNow(new Date(rt.clock().getTime() + hours * hour));
    const teamId = company.teamIds[at % 3]!;
    const caseId = [...teams.keys()][at % Math.max(1, teams.size)];
    const causeId = company.causeIds[at % 3]!;
    const run = <T>(work: (ctx: Ctx) => Promise<T>) =>
      company.workspace.run(work).catch((error) => {
        if (!(error instanceof DomainError)) throw error;
      });
    if (does === "open" || !caseId) {
      const opened = await run((ctx) => open(ctx, company, teamId));
      teams.set(opened!, teamId);
    } else if (does === "reply") await run((ctx) => replyToCase(ctx, { caseId, text: "Hello" }));
    else if (does === "close") await run((ctx) => closeCase(ctx, { caseId, causeId, outcome: "Sent" }));
    else if (does === "reopen") await run((ctx) => reopenCase(ctx, { caseId }));
    else if (does === "customer writes") await run((ctx) => wakeForCustomer(ctx, { id: caseId }));
    else if (does === "snooze") await run((ctx) => snoozeCase(ctx, { caseId, until: "reply" }));
    else {
      const change = { kind: "close", causeId, outcome: "Sent" } as const;
      const act = await run((ctx) => actOnCases(ctx, { caseIds: [caseId], change }));
      rt.setNow(new Date(rt.clock().getTime() + 1000));
      if (act!.done.length > 0) await run((ctx) => undoAct(ctx, { actId: act!.actId }));
    }
  }
  return teams;
}

type Told = {
  openedAt: Date;
  team: string | null;
  firstReplyAt: Date | null;
  closings: Closing[];
  open: boolean;
};
type Closing = { at: Date; causeId: string; reopened: boolean };

/** What became of each case, by the log of its events and what was written to its customer. */
async function read(company: Company, teams: Map<string, string | null>): Promise<Told[]> {
  const [events, messages] = await company.workspace.run(async (ctx) => [
    await ctx.db.select().from(caseEvents).orderBy(caseEvents.at, caseEvents.id),
    await ctx.db.select().from(caseMessages),
  ]);
  return [...teams].map(([caseId, team]) => {
    const own = events.filter((event) => event.caseId === caseId);
    const undone = own.filter(({ kind }) => kind === "undone").map(({ actId }) => actId);
    const told = own.filter(({ actId }) => !actId || !undone.includes(actId));
    const turns = told.filter(({ kind }) => kind === "closed" || kind === "reopened");
    const replies = messages
      .filter((message) => message.caseId === caseId && message.direction === "out")
      .map(({ at }) => at.getTime());
    return {
      openedAt: own.find(({ kind }) => kind === "opened")!.at,
      team,
      firstReplyAt: replies.length > 0 ? new Date(Math.min(...replies)) : null,
      closings: turns.flatMap(({ kind, at, detail }, place) =>
        kind === "closed"
          ? [{ at, causeId: String(detail.causeId), reopened: turns[place + 1]?.kind === "reopened" }]
          : [],
      ),
      open: turns.at(-1)?.kind !== "closed",
    };
  });
}

const dayOf = (at: Date) => format(at, "yyyy-MM-dd", { in: tz(zone) });
const within = (at: Date) => dayOf(at) >= days.from && dayOf(at) <= days.to;
const weekOf = (at: Date) =>
  format(startOfWeek(at, { weekStartsOn: 1, in: tz(zone) }), "yyyy-MM-dd", { in: tz(zone) });

/** The figures of some of the cases, from what the log tells. */
function recount(told: Told[], closings: Closing[]) {
  const now = rt.clock();
  const opened = told.filter(({ openedAt }) => within(openedAt));
  const due = (one: Told) => addWorkingMs(usual, one.openedAt, 24 * hour);
  const inTime = opened.filter((one) => one.firstReplyAt && one.firstReplyAt <= due(one));
  const late = opened.filter((one) =>
    one.firstReplyAt ? one.firstReplyAt > due(one) : one.open && due(one) <= now,
  );
  const took = (minutes: (one: Told, reply: Date) => number) =>
    [...inTime, ...late]
      .map((one) => (one.firstReplyAt ? minutes(one, one.firstReplyAt) : Number.POSITIVE_INFINITY))
      .sort((a, b) => a - b);
  const reached = (share: number, minutes: number[]) => {
    const value = minutes[Math.ceil(share * minutes.length) - 1];
    return value === undefined || value === Number.POSITIVE_INFINITY ? null : value;
  };
  const working = took(({ openedAt }, reply) =>
    Math.round(workingMsBetween(usual, openedAt, reply) / 60_000),
  );
  const clock = took(({ openedAt }, reply) => (reply.getTime() - openedAt.getTime()) / 60_000);
  return {
    ...{ opened: opened.length, inTime: inTime.length, late: late.length },
    unwritten: opened.filter(({ firstReplyAt, open: is }) => !firstReplyAt && !is).length,
    ...{ medianWorking: reached(0.5, working), ninetiethWorking: reached(0.9, working) },
    ...{ medianClock: reached(0.5, clock), ninetiethClock: reached(0.9, clock) },
    closed: closings.length,
    reopened: closings.filter(({ reopened }) => reopened).length,
  };
}

const closingsOf = (told: Told[]) => told.flatMap(({ closings }) => closings).filter(({ at }) => within(at));

describe("the figures of cases", () => {
  it("are what the log of events and messages tells, all together and in every part, whatever happened", {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (plan) => {
        const company = await makeCompany();
        const told = await read(company, await live(company, plan));
        const found = await company.workspace.run((ctx) => getFigures(ctx, view));

        expect(found.whole).toMatchObject(recount(told, closingsOf(told)));
        expect(found.standing.open).toBe(told.filter(({ open: is }) => is).length);
        for (const { id, figures, standing } of found.teams) {
          const theirs = told.filter(({ team }) => team === id);
          expect(figures).toMatchObject(recount(theirs, closingsOf(theirs)));
          expect(standing.open).toBe(theirs.filter(({ open: is }) => is).length);
        }
        for (const { start: week, figures } of found.periods) {
          const of = told.filter(({ openedAt }) => weekOf(openedAt) === week);
          const closings = closingsOf(told).filter(({ at }) => weekOf(at) === week);
          expect(figures).toMatchObject(recount(of, closings));
        }
        for (const { cause, figures, beneath } of found.causes) {
          const of = closingsOf(told).filter(
            ({ causeId }) => (company.above.get(causeId) ?? causeId) === cause!.id,
          );
          expect(figures).toMatchObject({
            closed: of.length,
            reopened: of.filter(({ reopened }) => reopened).length,
          });
          for (const { cause: leaf, figures: some } of beneath)
            expect(some.closed).toBe(of.filter(({ causeId }) => causeId === leaf.id).length);
        }
        for (const figure of ["opened", "inTime", "late", "unwritten", "closed", "reopened"] as const) {
          const sum = (parts: { figures: typeof found.whole }[]) =>
            parts.reduce((all, { figures }) => all + figures[figure], 0);
          expect([sum(found.teams), sum(found.periods)]).toEqual([found.whole[figure], found.whole[figure]]);
        }
        const replies = await company.workspace.run((ctx) => countReplies(ctx, days));
        const { opened, inTime, late, unwritten, medianClock } = found.whole;
        expect(replies).toMatchObject({ opened, inTime, late, unwritten, medianMinutes: medianClock });
        expect(await company.workspace.run((ctx) => countInTime(ctx, days))).toMatchObject({ inTime, late });
      }),
      { numRuns: 30 },
    );
  });

  it("name the customer who has waited longest for us, and since when", async () => {
    const company = await makeCompany();
    await live(company, [
      { does: "open", hours: 1, at: 0 },
      { does: "open", hours: 1, at: 1 },
      { does: "reply", hours: 1, at: 0 },
      { does: "customer writes", hours: 5, at: 0 },
    ]);
    const { standing, teams } = await company.workspace.run((ctx) => getFigures(ctx, view));
    expect(new Date(standing.oldest!.since)).toEqual(new Date(start.getTime() + 2 * hour));
    const [north, south] = teams;
    expect(new Date(north!.standing.oldest!.since)).toEqual(new Date(start.getTime() + 8 * hour));
    expect(south!.standing.oldest).toEqual(standing.oldest);
    const narrowed = await company.workspace.run((ctx) => getFigures(ctx, { ...view, team: north!.id! }));
    expect(narrowed.whole.opened + narrowed.standing.open).toBe(1);
    expect(narrowed.teams).toHaveLength(1);
  });
});

describe("what customers say of it", () => {
  it("is told by team, by period and by cause of both levels, and is what is counted elsewhere", async () => {
    rt.setNow(new Date("2026-11-23T09:00:00Z"));
    const company = await makeCompany();
    const [north] = company.teamIds;
    const [delivery, late, price] = company.causeIds;
    await company.workspace.run(async (ctx) => {
      const at = new Date("2026-11-10T09:00:00Z");
      await makeAnsweredCheck(ctx, { answers: ["yes"], teamId: north, causeId: late, at });
      await makeAnsweredCheck(ctx, { answers: ["no", "yes"], teamId: north, causeId: price, at });
      await makeAnsweredCheck(ctx, { answers: ["partly"], causeId: delivery, at });
      await makeAnsweredCheck(ctx, { answers: [], causeId: late, at });
      const before = new Date("2026-10-01T09:00:00Z");
      await makeAnsweredCheck(ctx, { answers: ["no"], causeId: delivery, at: before });
    });
    const found = await company.workspace.run((ctx) => getFigures(ctx, view));
    const solved = { asked: 4, replied: 3, answered: 3, recovered: 2, partly: 1 };
    expect(found.whole).toMatchObject(solved);
    expect(await company.workspace.run((ctx) => countRecoveries(ctx, days))).toEqual({
      ...{ answered: solved.answered, recovered: solved.recovered },
    });
    expect(found.teams.map(({ name, figures }) => [name, figures.answered, figures.recovered])).toEqual([
      ["North", 2, 2],
      [null, 1, 0],
    ]);
    expect(found.periods.map(({ start: week, figures }) => [week, figures.answered])).toEqual([
      ["2026-11-09", 3],
    ]);
    expect(
      found.causes.map(({ cause, figures, beneath }) => [
        ...[cause!.name, figures.asked, figures.answered, figures.recovered],
        beneath.map(({ cause: leaf, general, figures: some }) => [leaf.name, general, some.answered]),
      ]),
    ).toEqual([
      [
        ...["Delivery", 3, 2, 1],
        [
          ["Late", false, 1],
          ["Delivery", true, 1],
        ],
      ],
      ["Price", 1, 1, 1, []],
    ]);
  });
});

it("are read in so few statements, the one that enters the workspace included", async () => {
  const { workspace } = await makeCompany();
  const sent: string[] = [];
  await workspace.run(async (ctx) => {
    rt.connection.sql.options.debug = (_connection, text) => sent.push(text);
    await getFigures(ctx, view);
    rt.connection.sql.options.debug = false;
  });
  // What was announced by the tests before may still be on its way.
  const read = sent.filter((text) => !text.includes("pg_notify"));
  expect(read.length, sent.join("\n")).toBeLessThanOrEqual(8);
});

it("another workspace has figures of its own, of another's team none", async () => {
  const company = await makeCompany();
  await live(company, [
    { does: "open", hours: 96, at: 0 },
    { does: "close", hours: 1, at: 0 },
  ]);
  const mine = await company.workspace.run((ctx) => getFigures(ctx, view));
  expect(mine.whole).toMatchObject({ opened: 1, closed: 1 });
  const theirs = await nordlys.run((ctx) => getFigures(ctx, view));
  expect(theirs).toMatchObject({ teams: [], causes: [], standing: { open: 0 }, known: [] });
  expect(theirs.whole.opened).toBe(0);
  const team = company.teamIds[0]!;
  expect((await nordlys.run((ctx) => getFigures(ctx, { ...view, team }))).whole.closed).toBe(0);
});
