import { and, eq, isNull } from "drizzle-orm";
import fc from "fast-check";
import { expect, it } from "vitest";
import { caseClosures, cases, promises } from "#db/schema/index.ts";
import { DomainError } from "#server/errors.ts";
import { keepPromise, movePromise, undoPromise, withdrawPromise } from "#server/promise/change.ts";
import { comeDuePromises } from "#server/promise/come-due.ts";
import { makePromise } from "#server/promise/make.ts";
import { causeNamed } from "#server/test/causes.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeContact, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { dayAfter, dayIn, momentOn } from "#server/working-time/rules.ts";
import { actOnCases } from "./act.ts";
import { listCases } from "./list.ts";
import { noteCase } from "./note-case.ts";
import { reopenCase, wakeForCustomer } from "./reopen.ts";
import { replyToCase } from "./reply.ts";
import { type CaseChange, ListCases } from "./schema.ts";
import { requireSurviving } from "./surviving.ts";
import { undoAct } from "./undo.ts";
import { compareUrgency } from "./urgency.ts";
import { wakeDueCases } from "./wake-due.ts";

const rt = await testRuntime();
const zone = "Europe/Copenhagen";

/** What can happen to one of two cases; `n` chooses among its promises or days, where it matters. */
const kinds = [
  ...["reply", "receive", "snooze", "snoozeUntilReply", "close", "reopen", "merge", "undo", "pass"],
  ...["promise", "keep", "move", "withdraw", "openPromiseAgain"],
] as const;
type Step = { kind: (typeof kinds)[number]; which: number; n: number };

type World = { workspace: TestWorkspace; ids: string[]; acts: string[] };

async function begin(): Promise<World> {
  rt.setNow(testNow);
  const workspace = await makeWorkspace(rt);
  const ids = await workspace.run(async (ctx) => {
    const contact = await makeContact(rt, ctx, "Anna Lind");
    const note = () => noteCase(ctx, { contactId: contact.id, cameBy: "phone", said: "Late" });
    return [(await note()).id, (await note()).id];
  });
  return { workspace, ids, acts: [] };
}

/** Does it; what the domain refuses changes nothing. */
async function take({ workspace, ids, acts }: World, { kind, which, n }: Step): Promise<void> {
  rt.setNow(new Date(rt.clock().getTime() + 60_000));
  const caseId = ids[which]!;
  const act = (change: CaseChange) =>
    workspace.run(async (ctx) => acts.push((await actOnCases(ctx, { caseIds: [caseId], change })).actId));
  const one = async () => {
    const rows = await workspace.run((ctx) =>
      ctx.db
        .select({ id: promises.id })
        .from(promises)
        .where(eq(promises.caseId, caseId))
        .orderBy(promises.id),
    );
    return rows[n % Math.max(rows.length, 1)]?.id ?? caseId;
  };
  const dueOn = dayAfter(dayIn(zone, rt.clock()), n % 3);
  const steps: Record<Step["kind"], () => Promise<unknown>> = {
    reply: () => workspace.run((ctx) => replyToCase(ctx, { caseId, text: "Hello" })),
    receive: () => workspace.run(async (ctx) => wakeForCustomer(ctx, await requireSurviving(ctx, caseId))),
    merge: () => act({ kind: "merge", intoId: ids[1 - which]! }),
    snooze: () =>
      act({ kind: "snooze", until: new Date(rt.clock().getTime() + (n + 1) * 43_200_000).toISOString() }),
    snoozeUntilReply: () => act({ kind: "snooze", until: "reply" }),
    close: async () =>
      act({ kind: "close", causeId: await workspace.run((ctx) => causeNamed(ctx)), outcome: "Sent again" }),
    reopen: () => workspace.run((ctx) => reopenCase(ctx, { caseId })),
    undo: () => workspace.run((ctx) => undoAct(ctx, { actId: acts.at(-1) ?? caseId })),
    pass: async () => {
      rt.setNow(new Date(rt.clock().getTime() + n * 43_200_000));
      await workspace.run(async (ctx) => {
        await wakeDueCases(ctx, { most: 10 });
        await comeDuePromises(ctx, { most: 10 });
      });
    },
    promise: () => workspace.run((ctx) => makePromise(ctx, { caseId, text: "I will call", dueOn })),
    keep: async () => {
      const promiseId = await one();
      await workspace.run((ctx) => keepPromise(ctx, { promiseId }));
    },
    move: async () => {
      const promiseId = await one();
      await workspace.run((ctx) => movePromise(ctx, { promiseId, dueOn, reason: "Later" }));
    },
    withdraw: async () => {
      const promiseId = await one();
      await workspace.run((ctx) => withdrawPromise(ctx, { promiseId, reason: "Not needed" }));
    },
    openPromiseAgain: async () => {
      const promiseId = await one();
      await workspace.run((ctx) => undoPromise(ctx, { promiseId }));
    },
  };
  await steps[kind]().catch((error) => {
    if (!(error instanceof DomainError)) throw error;
  });
}

async function check({ workspace, ids }: World): Promise<void> {
  await workspace.run(async (ctx) => {
    const rows = await ctx.db.select().from(cases);
    for (const one of rows) {
      const open = await ctx.db
        .select({ dueOn: promises.dueOn })
        .from(promises)
        .where(and(eq(promises.caseId, one.id), isNull(promises.endedAt)))
        .orderBy(promises.dueOn);
      const standing = await ctx.db.$count(
        caseClosures,
        and(eq(caseClosures.caseId, one.id), isNull(caseClosures.reopenedAt)),
      );
      expect(standing, "a closed case has one closure that stands, no other and no merged one has any").toBe(
        one.state === "closed" && !one.mergedInto ? 1 : 0,
      );
      if (one.mergedInto) {
        expect(one.state, "a merged case is not opened again").toBe("closed");
        const into = rows.find(({ id }) => id === one.mergedInto);
        expect(into?.mergedInto, "what a case was merged into was not merged itself").toBeNull();
      }
      if (one.state === "closed") expect(open, "no case is closed over an open promise").toEqual([]);
      expect(one.promiseAt).toEqual(open[0] ? momentOn(open[0].dueOn, 0, zone) : null);
      if (one.promiseFellAt) expect(one.promiseFellAt).toEqual(one.promiseAt);
      if (one.state === "snoozed") expect(one.snoozedUntil).not.toBeNull();
      if (one.state === "waiting") expect(one.firstReplyAt).not.toBeNull();
    }
    const listed = await listCases(ctx, ListCases.parse({ view: "open" }));
    const expected = rows.filter(({ state }) => state !== "closed").sort(compareUrgency);
    expect(listed.cases.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    expect(rows.map(({ id }) => id).sort()).toEqual([...ids].sort());
  });
}

it("a case keeps its promises to itself, whatever happens to it in whatever order", async () => {
  const step = fc.record({
    kind: fc.constantFrom(...kinds),
    which: fc.integer({ min: 0, max: 1 }),
    n: fc.nat(4),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const world = await begin();
      for (const one of steps) {
        await take(world, one);
        await check(world);
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);
