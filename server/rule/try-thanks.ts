import type { Ctx } from "#server/context.ts";
import { assessThanks } from "#server/thanks/assess.ts";
import type { Omission } from "#server/thanks/rules.ts";
import type { RecentAnswer } from "./recent-answers.ts";
import type { TryRule } from "./schema.ts";

type Answer = Pick<RecentAnswer, "id" | "contactId" | "answeredAt">;

/** Whom a rule would have thanked: how many, how many would have been asked to pass the company on, and whom not, and why. */
type TriedThanks = { n: number; asked: number; leftOut: { because: Omission; n: number }[] };

/**
 * What comes of the thanks of a rule that is tried: `look` takes the answers that the rule takes, the newest first, and
 * says of each what stands against thanking for it as things are today (null: nothing); `sums` says how many there were.
 * Of a customer's answers within `gapDays` one is thanked for: the last of them, where in truth it is the first, but as
 * many of them either way. Without thanks there is nothing to look at, and no sums.
 */
export function thanksTried(ctx: Ctx, { opens, thanks }: Pick<TryRule, "opens" | "thanks">, gapDays: number) {
  const sums = { n: 0, asked: 0 };
  const leftOut = new Map<Omission, number>();
  const last = new Map<string, Date>();
  const isNear = ({ contactId, answeredAt }: Answer): boolean => {
    const next = contactId ? last.get(contactId) : undefined;
    return next !== undefined && next.getTime() - answeredAt.getTime() < gapDays * 86_400_000;
  };
  return {
    async look(answers: readonly Answer[]): Promise<Map<string, Omission | null>> {
      if (opens || !thanks) return new Map();
      const ids = answers.map(({ id }) => id);
      const assessed = await assessThanks(ctx, thanks, ids);
      const outcomes = new Map<string, Omission | null>();
      for (const answer of answers) {
        const one = assessed.get(answer.id);
        if (!one) continue;
        const because = "because" in one ? one.because : isNear(answer) ? "thanked_lately" : null;
        outcomes.set(answer.id, because);
        if (because) leftOut.set(because, (leftOut.get(because) ?? 0) + 1);
        else sums.n += 1;
        if (because || "because" in one) continue;
        if (one.letter.referral) sums.asked += 1;
        if (answer.contactId) last.set(answer.contactId, answer.answeredAt);
      }
      return outcomes;
    },
    sums(): TriedThanks | null {
      if (opens || !thanks) return null;
      const reasons = [...leftOut].map(([because, n]) => ({ because, n }));
      return { ...sums, leftOut: reasons.sort((one, other) => other.n - one.n) };
    },
  };
}
