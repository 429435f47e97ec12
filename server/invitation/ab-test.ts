import type { AbDecision, AbTest, Variant } from "#db/schema/index.ts";
import { compareRates, type RateComparison, type Share } from "#server/nps/rate.ts";
import { boundOf, lookAt, looksOf } from "#server/nps/stop-rule.ts";

type Written = Omit<AbTest, "b"> & {
  b: { senderName?: string | undefined; texts?: Partial<Record<string, Texts>> | undefined };
  sendHours?: { a: number; b: number } | undefined;
};
type Texts = { subject?: string | undefined; intro?: string | undefined };

/** A plan without the fields that were left empty. */
export function withoutEmpty({ percent, hours, rule, b, sendHours }: Written): AbTest {
  const texts = Object.entries(b.texts ?? {}).flatMap(([locale, own = {}]) => {
    const written = Object.entries(own).filter((entry): entry is [string, string] => Boolean(entry[1]));
    return written.length > 0 ? [[locale, Object.fromEntries(written)] as const] : [];
  });
  return {
    ...{ percent, hours, rule },
    b: {
      ...(b.senderName ? { senderName: b.senderName } : {}),
      ...(texts.length > 0 ? { texts: Object.fromEntries(texts) } : {}),
    },
    ...(sendHours && sendHours.a !== sendHours.b ? { sendHours } : {}),
  };
}

/** Whether the two versions are the same mail at the same hour. */
export const isSame = ({ b, sendHours }: AbTest): boolean => !b.senderName && !b.texts && !sendHours;

/** The languages whose people take part; null for all. */
export const languagesOf = ({ b }: AbTest): string[] | null => (b.texts ? Object.keys(b.texts) : null);

export type Texted = { senderName: string | null; texts: Record<string, Record<string, string>> };

/** A campaign's mail in one version. */
export function inVariant<Source extends Texted>(
  source: Source,
  test: AbTest | null,
  variant: Variant,
): Source {
  if (!test || variant === "a") return source;
  const { senderName = source.senderName, texts = {} } = test.b;
  const own = Object.entries(texts).map(([locale, words]) => [locale, { ...source.texts[locale], ...words }]);
  return { ...source, senderName, texts: { ...source.texts, ...Object.fromEntries(own) } };
}

export type Arms = Record<Variant, Share>;
export type Standing = {
  /** Version b against version a; null while one of them has gone to nobody. */
  comparison: RateComparison | null;
  /** Which look it is time for, from 1; 0 before the first. */
  look: number;
  looks: number;
  /** When the next look is due; null when there is none. */
  nextLookAt: Date | null;
};

/** How a test stands at `now`, that began and ends at these moments. */
export function standingOf(test: AbTest, arms: Arms, time: { began: Date; ends: Date }, now: Date): Standing {
  const length = time.ends.getTime() - time.began.getTime();
  const look = lookAt(test.rule, length > 0 ? (now.getTime() - time.began.getTime()) / length : 1);
  const looks = looksOf[test.rule];
  return {
    comparison: compareRates(arms.b, arms.a),
    look,
    looks,
    nextLookAt: look === looks ? null : new Date(time.began.getTime() + (length * (look + 1)) / looks),
  };
}

/** What a look decides: a version that is better, null for no difference at the last look, undefined to go on. */
export function decide(
  test: AbTest,
  { comparison, look, looks }: Standing,
): AbDecision["winner"] | undefined {
  if (look === 0) return undefined;
  const z = comparison?.z ?? 0;
  if (Math.abs(z) >= boundOf[test.rule]) return z > 0 ? "b" : "a";
  return look === looks ? null : undefined;
}
