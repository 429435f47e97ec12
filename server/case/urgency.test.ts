import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { cases } from "#db/schema/index.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeMember, makeWorkspace } from "#server/test/factories.ts";
import { countCases } from "./count.ts";
import { findNeighbours, listCases } from "./list.ts";
import { type CaseView, ListCases } from "./schema.ts";
import { compareUrgency, cutShort, needsFrom, reasonOf, untilReply } from "./urgency.ts";

const rt = await testRuntime();
const nordlys = await makeWorkspace(rt, "Nordlys");

const states = ["open", "waiting", "snoozed", "closed"] as const;
const opened = new Date("2026-11-23T09:00:00Z");
const later = (hours: number) => new Date(opened.getTime() + hours * 3_600_000);
const replied = {
  id: "a",
  state: "open" as const,
  openedAt: opened,
  dueAt: later(24),
  firstReplyAt: later(2),
  firstDueAt: null,
  needsSince: later(20),
  needsBecause: "wrote" as const,
  snoozedUntil: null,
  promiseFellAt: null,
  contactBy: null,
  soonAt: null,
  pressedAt: null,
  worth: null,
};
const fresh = { ...replied, id: "b", firstReplyAt: null, needsSince: null, needsBecause: null };

describe("the order of the queue", () => {
  it("puts answers in the order in which they are due, later ones like first ones", () => {
    const again = { ...replied, firstDueAt: later(24), dueAt: later(30) };
    expect(compareUrgency(again, { ...fresh, dueAt: later(29) })).toBeGreaterThan(0);
    expect(compareUrgency(again, { ...fresh, dueAt: later(31) })).toBeLessThan(0);
  });

  it("puts a later answer that has no due time where its customer began to wait for it", () => {
    expect(compareUrgency(replied, fresh)).toBeLessThan(0);
    expect(compareUrgency(replied, { ...fresh, dueAt: later(10) })).toBeGreaterThan(0);
  });

  it("puts a case that had its answer where it came back from a snooze, and one that had none where it is due", () => {
    const back = { ...replied, firstDueAt: later(6), dueAt: later(10), needsBecause: "snooze_over" as const };
    expect(compareUrgency(back, { ...fresh, dueAt: later(19) })).toBeGreaterThan(0);
    expect(compareUrgency(back, { ...fresh, dueAt: later(21) })).toBeLessThan(0);
    const wrote = { ...back, needsBecause: "wrote" as const };
    expect(compareUrgency(wrote, { ...fresh, dueAt: later(19) })).toBeLessThan(0);
  });

  it("puts what was promised for a day that has come before all else, also while the customer is to write next", () => {
    const promised = { ...replied, promiseFellAt: later(30) };
    expect(compareUrgency(promised, { ...fresh, dueAt: later(1) })).toBeLessThan(0);
    expect(compareUrgency({ ...promised, state: "waiting" }, { ...fresh, dueAt: later(1) })).toBeLessThan(0);
    expect(compareUrgency(promised, { ...promised, promiseFellAt: later(6) })).toBeGreaterThan(0);
    expect(compareUrgency({ ...promised, state: "snoozed" }, fresh)).toBeGreaterThan(0);
  });

  describe("by what customers are worth", () => {
    const calm = { ...fresh, soonAt: later(18), pressedAt: null, worth: 0 };

    it("lets the worth decide while there is time, however soon either is due", () => {
      const large = { ...calm, id: "a", dueAt: later(90), soonAt: later(70), worth: 50_000 };
      expect(compareUrgency(large, calm)).toBeLessThan(0);
      expect(compareUrgency(large, { ...calm, worth: 50_000 })).toBeGreaterThan(0);
    });

    it("lets nobody past whose answer is due soon or overdue, worth something or nothing", () => {
      const pressed = { ...calm, pressedAt: later(18), dueAt: later(90) };
      const large = { ...calm, id: "a", dueAt: later(20), worth: 1_000_000 };
      expect(compareUrgency(large, pressed)).toBeGreaterThan(0);
      expect(compareUrgency({ ...large, pressedAt: later(18) }, pressed)).toBeLessThan(0);
    });

    it("counts anew when the due time is another", () => {
      const again = { ...calm, pressedAt: later(18), soonAt: later(40), dueAt: later(50) };
      expect(compareUrgency({ ...calm, id: "a", dueAt: later(60), worth: 1 }, again)).toBeLessThan(0);
    });

    it("lets the due time alone decide in a workspace that does not say what customers are worth", () => {
      const unknown = { ...calm, worth: null };
      expect(compareUrgency({ ...unknown, id: "a", dueAt: later(25) }, unknown)).toBeGreaterThan(0);
    });
  });

  it("puts what waits for the customer, sleeps or is closed after what waits for us", () => {
    for (const state of ["waiting", "snoozed", "closed"] as const) {
      expect(compareUrgency({ ...fresh, dueAt: later(100) }, { ...replied, state })).toBeLessThan(0);
    }
  });

  it("is the order in which the database lists and pages each view, and each case knows those beside it", async () => {
    const when = fc.integer({ min: 0, max: 6 }).map((days) => later(days * 24));
    const facts = fc.record({
      state: fc.constantFrom(...states),
      dueAt: when,
      firstReplyAt: fc.option(when),
      firstDueAt: fc.option(when),
      needsSince: fc.option(when),
      because: fc.constantFrom("wrote" as const, "snooze_over" as const),
      promiseAt: fc.option(when),
      soonAt: fc.option(when),
      pressed: fc.boolean(),
      worth: fc.constantFrom(0, 1, 50_000),
      fallen: fc.boolean(),
      owner: fc.constantFrom("me", "bo", "nobody"),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(facts, { minLength: 1, maxLength: 12 }),
        fc.boolean(),
        async (made, valued) => {
          const workspace = await makeWorkspace(rt, "Fjordline");
          const bo = await makeMember(rt, workspace, "agent", "Bo Friis");
          const owners = { me: workspace.owner.id, bo: bo.id, nobody: null };
          const rows = made.map(({ owner, fallen, pressed, because, promiseAt: at, ...given }) => {
            const one = { ...given, worth: valued ? given.worth : null };
            const promiseAt = one.state === "closed" ? null : at;
            return {
              ...{ promiseAt, promiseFellAt: fallen ? promiseAt : null },
              ...{ ...one, id: newId(), workspaceId: "", openedAt: opened, assigneeId: owners[owner] },
              ...{ pressedAt: pressed ? one.soonAt : null },
              ...{ needsBecause: one.needsSince ? because : null },
              ...{ snoozedUntil: one.state === "snoozed" ? untilReply : null },
            };
          });
          await workspace.run(async (ctx) => {
            await ctx.db.insert(cases).values(rows.map((row) => ({ ...row, workspaceId: ctx.workspaceId })));
            // What a case is worth when it opens is its customer's; these have none.
            for (const { id, worth } of rows)
              await ctx.db.update(cases).set({ worth }).where(eq(cases.id, id));
            const counts = await countCases(ctx, {});
            const awake = (row: (typeof rows)[number]) => row.state === "open" || row.state === "waiting";
            const views: Partial<Record<CaseView, (row: (typeof rows)[number]) => boolean>> = {
              open: (row) => row.state !== "closed",
              mine: (row) => awake(row) && row.assigneeId === workspace.owner.id,
              unassigned: (row) => awake(row) && row.assigneeId === null,
              promised: (row) => row.promiseAt !== null,
              waiting: (row) => row.state === "waiting" && row.promiseFellAt === null,
              snoozed: (row) => row.state === "snoozed",
            };
            for (const [view, holds] of Object.entries(views)) {
              const expected = rows
                .filter(holds)
                .sort(compareUrgency)
                .map(({ id }) => id);
              const seen: string[] = [];
              let cursor: string | undefined;
              do {
                const page = await listCases(ctx, ListCases.parse({ view, limit: 3, cursor }));
                seen.push(...page.cases.map(({ id }) => id));
                cursor = page.next ?? undefined;
              } while (cursor);
              expect(seen, view).toEqual(expected);
              expect(counts[view as CaseView]).toBe(expected.length);
              const middle = Math.floor(expected.length / 2);
              if (expected.length === 0) continue;
              const beside = await findNeighbours(ctx, {
                ...ListCases.parse({ view }),
                caseId: expected[middle]!,
              });
              expect(beside.previous?.id).toBe(expected[middle - 1]);
              expect(beside.next?.id).toBe(expected[middle + 1]);
            }
          });
        },
      ),
      { numRuns: 15 },
    );
  }, 60_000);

  it("shows another workspace's cases to nobody, beside none either", async () => {
    const workspace = await makeWorkspace(rt, "Fjordline");
    const id = newId();
    await workspace.run((ctx) =>
      ctx.db.insert(cases).values({ workspaceId: ctx.workspaceId, id, openedAt: opened, dueAt: opened }),
    );
    const beside = await nordlys.run((ctx) =>
      findNeighbours(ctx, { ...ListCases.parse({ view: "all" }), caseId: id }),
    );
    expect(beside).toEqual({ previous: null, next: null });
  });
});

describe("since when a case needs us", () => {
  const none = { needsSince: null, needsBecause: null };

  it("is when the customer wrote first since our last reply, however often they write", () => {
    const first = needsFrom({ state: "waiting", ...none }, "wrote", later(1));
    expect(first).toEqual({ needsSince: later(1), needsBecause: "wrote" });
    expect(needsFrom({ state: "open", ...first }, "wrote", later(5))).toEqual(first);
    expect(needsFrom({ state: "waiting", ...first }, "wrote", later(9)).needsSince).toEqual(later(9));
  });

  it("is no later for a snooze that ends", () => {
    const waits = { needsSince: later(1), needsBecause: "wrote" as const };
    expect(needsFrom({ state: "snoozed", ...waits }, "snooze_over", later(30))).toEqual(waits);
    expect(needsFrom({ state: "snoozed", ...none }, "snooze_over", later(30)).needsSince).toEqual(later(30));
  });

  it("is when the customer wrote, not when a colleague opened the case again before", () => {
    const again = { needsSince: later(1), needsBecause: "reopened" as const };
    expect(needsFrom({ state: "open", ...again }, "not_solved", later(4))).toEqual({
      needsSince: later(4),
      needsBecause: "not_solved",
    });
  });
});

describe("the reason", () => {
  it("says what brought a case back, else how long its customer has heard nothing", () => {
    expect(reasonOf(replied, later(23))).toEqual({ kind: "wrote", minutes: 180 });
    expect(reasonOf(fresh, later(2))).toEqual({ kind: "unanswered", minutes: 120 });
    expect(reasonOf({ ...fresh, contactBy: "phone" }, later(2))).toEqual({
      kind: "wants_call",
      minutes: 120,
    });
    expect(reasonOf({ ...replied, needsBecause: "not_solved" }, later(21)).kind).toBe("not_solved");
    expect(reasonOf({ ...replied, state: "waiting" }, later(30))).toEqual({ kind: "waiting" });
  });

  it("is what was promised, once its day has come, unless the case sleeps", () => {
    const promised = { ...replied, promiseFellAt: later(22) };
    expect(reasonOf(promised, later(23))).toEqual({ kind: "promised" });
    expect(reasonOf({ ...promised, state: "waiting" }, later(23))).toEqual({ kind: "promised" });
    expect(reasonOf({ ...promised, state: "snoozed" }, later(23)).kind).toBe("snoozed");
  });

  it("says until when a case sleeps, and whether the first answer is still due", () => {
    const asleep = { ...fresh, state: "snoozed" as const, snoozedUntil: later(48) };
    expect(reasonOf(asleep, later(2))).toEqual({ kind: "snoozed", until: later(48), firstReply: false });
  });

  it("offers to snooze again only what the customer woke before its time", () => {
    expect(cutShort({ state: "open", snoozedUntil: later(48) }, later(2))).toEqual(later(48));
    expect(cutShort({ state: "open", snoozedUntil: later(48) }, later(50))).toBeNull();
    expect(cutShort({ state: "snoozed", snoozedUntil: later(48) }, later(2))).toBeNull();
    expect(cutShort({ state: "open", snoozedUntil: null }, later(2))).toBeNull();
  });
});
