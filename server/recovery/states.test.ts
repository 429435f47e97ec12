import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, it } from "vitest";
import { outboundMails, recoveryChecks, workspaces } from "#db/schema/index.ts";
import { closeCase } from "#server/case/close.ts";
import { getCase } from "#server/case/queries.ts";
import { reopenCase } from "#server/case/reopen.ts";
import { takeCheckAnswer } from "#server/case/take-check-answer.ts";
import { causeNamed } from "#server/test/causes.ts";
import { makeOpenCase } from "#server/test/closed-case.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeWorkspace } from "#server/test/factories.ts";
import { askDueChecks } from "./ask-due.ts";
import { callOffCheck } from "./call-off.ts";
import { countRecoveries } from "./count-recoveries.ts";
import { getRecovery } from "./queries.ts";
import type { RecoveryAnswer } from "./rules.ts";

const rt = await testRuntime();

type Step =
  | { does: "close" | "reopen" | "call off" | "look" | "hand over" }
  | { does: "answer"; answer: RecoveryAnswer }
  | { does: "wait"; days: number };

const steps = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<Step>({ does: "close" }) },
    { weight: 1, arbitrary: fc.constantFrom<Step>({ does: "reopen" }, { does: "call off" }) },
    { weight: 3, arbitrary: fc.constantFrom<Step>({ does: "look" }, { does: "hand over" }) },
    {
      weight: 3,
      arbitrary: fc
        .constantFrom<RecoveryAnswer>("yes", "partly", "no")
        .map((answer): Step => ({ does: "answer", answer })),
    },
    { weight: 3, arbitrary: fc.constantFrom(1, 15, 31).map((days): Step => ({ does: "wait", days })) },
  ),
  { maxLength: 14 },
);

/** What is expected of one check: `due` and `until` are days, `left` whether its mail is out. */
type Expected = {
  is: "planned" | "asked" | "answered" | "called_off" | "reopened" | "too_late";
  due: number;
  until: number;
  left: boolean;
  answer: RecoveryAnswer | null;
};

/**
 * A model of a case and its checks that knows no SQL. Days begin on a Monday at nine, and a check is due at nine. None
 * is planned that would come within 30 days of one asked before.
 */
class Model {
  day = 0;
  open = true;
  readonly checks: Expected[] = [];

  take(step: Step): void {
    if (step.does === "wait") this.day += step.days;
    if (step.does === "close" && this.open) this.close();
    if (step.does === "reopen" && !this.open) this.reopen();
    if (step.does === "call off") this.cancel("called_off");
    if (step.does === "look") this.look();
    if (step.does === "hand over")
      for (const check of this.checks) if (check.is === "asked") check.left = true;
    if (step.does === "answer") this.answer(step.answer);
  }

  private close(): void {
    this.open = false;
    const on = this.day + 14;
    const weekday = on % 7;
    const due = weekday === 5 ? on + 2 : weekday === 6 ? on + 1 : on;
    if (this.askedWithinThirtyDaysOf(due)) return;
    this.checks.push({ is: "planned", due, until: 0, left: false, answer: null });
  }

  private reopen(): void {
    this.open = true;
    this.cancel("reopened");
  }

  private cancel(is: "called_off" | "reopened"): void {
    for (const check of this.checks) {
      if (check.is === "planned" || (check.is === "asked" && !check.left)) check.is = is;
    }
  }

  private look(): void {
    for (const check of this.checks) {
      if (check.is !== "planned" || check.due > this.day) continue;
      if (this.day - check.due > 7) check.is = "too_late";
      else Object.assign(check, { is: "asked", until: this.day + 30 });
    }
  }

  private askedWithinThirtyDaysOf(day: number): boolean {
    return this.checks.some(({ is, until }) => (is === "asked" || is === "answered") && until > day);
  }

  /** The link of the last mail that left. */
  private answer(answer: RecoveryAnswer): void {
    const check = this.answerable();
    if (!check) return;
    Object.assign(check, { is: "answered", answer });
    if (answer !== "yes" && !this.open) this.reopen();
  }

  answerable(): Expected | undefined {
    return this.checks.findLast(
      ({ is, until, left }) => left && (is === "asked" || is === "answered") && until > this.day,
    );
  }
}

it("a check is planned, asked, answered, over or cancelled as the model says, in whatever order things happen", {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (plan) => {
      rt.setNow(new Date("2026-11-23T09:00:00Z"));
      const workspace = await makeWorkspace(rt, "Model");
      await workspace.run((ctx) => ctx.db.update(workspaces).set({ timezone: "UTC" }));
      const { caseId } = await makeOpenCase(rt, workspace);
      const start = rt.clock().getTime();
      const model = new Model();
      const checks = () =>
        workspace.run((ctx) => ctx.db.select().from(recoveryChecks).orderBy(recoveryChecks.number));

      const act: Record<Step["does"], (step: Step) => Promise<unknown>> = {
        close: () =>
          workspace
            .run(async (ctx) => closeCase(ctx, { caseId, causeId: await causeNamed(ctx), outcome: "x" }))
            .catch(() => {}),
        reopen: () => workspace.run((ctx) => reopenCase(ctx, { caseId })),
        "call off": () => workspace.run((ctx) => callOffCheck(ctx, { caseId })).catch(() => {}),
        look: () => workspace.run((ctx) => askDueChecks(ctx, { most: 10 })),
        "hand over": () =>
          workspace.run((ctx) =>
            ctx.db
              .update(outboundMails)
              .set({ state: "sent", sentAt: ctx.now })
              .where(eq(outboundMails.state, "queued")),
          ),
        async answer(step) {
          const at = model.checks.indexOf(model.answerable()!);
          const check = (await checks())[at];
          if (check && step.does === "answer") {
            const { answer } = step;
            await workspace.run((ctx) => takeCheckAnswer(ctx, check.number, { answer, comment: "" }));
          }
        },
        wait: async () => {},
      };
      for (const step of plan) {
        await act[step.does](step);
        model.take(step);
        rt.setNow(new Date(start + model.day * 86_400_000));
        const { checks: told } = await workspace.run((ctx) => getRecovery(ctx, { caseId }));
        expect(told.map(({ state }) => ("because" in state ? state.because : state.kind))).toEqual(
          model.checks.map(({ is, until }) => (is === "asked" && until <= model.day ? "expired" : is)),
        );
        const { case: one } = await workspace.run((ctx) => getCase(ctx, { caseId }));
        expect(one.state === "closed").toBe(!model.open);
      }
      const answered = model.checks.filter(({ answer }) => answer !== null);
      expect(await workspace.run((ctx) => countRecoveries(ctx, {}))).toEqual({
        answered: answered.length,
        recovered: answered.filter(({ answer }) => answer === "yes").length,
      });
    }),
    { numRuns: 40 },
  );
  rt.setNow(testNow);
});
