import { readCondition } from "#server/response/conditions.ts";
import { attributeOf } from "#server/response/cuts.ts";
import type { Choices } from "#server/response/list-choices.ts";
import { mostConditions, type ResponseFilter } from "#server/response/schema.ts";
import type { TokenCodec } from "#server/token/codec.ts";
import type { LockedSegment } from "./locked-segment.ts";
import type { SharedComments, ShareKind } from "./schema.ts";

/**
 * The filter that lets through what `locked` and `asked` both do, or null when they contradict each other or no one
 * filter can say so. Whatever it lets through, `locked` lets through; that holds for fields that are yet to come.
 */
export function narrowTo(locked: LockedSegment, asked: ResponseFilter): ResponseFilter | null {
  const { where: lockedWhere = [], ...fixed } = locked;
  const narrowed: Record<string, unknown> = { ...asked };
  for (const [name, value] of Object.entries(fixed)) {
    if (value === undefined) continue;
    const wanted = narrowed[name];
    if (wanted !== undefined && JSON.stringify(wanted) !== JSON.stringify(value)) return null;
    narrowed[name] = value;
  }
  const where = [...new Set([...lockedWhere, ...(asked.where ?? [])])];
  if (where.length > mostConditions) return null;
  return { ...narrowed, where: where.length > 0 ? where : undefined };
}

/**
 * Whether a filter asks, beyond what is locked, for what tells single people apart: an employee where names are not
 * shown, an attribute that answers are not grouped by (a customer's number). Readers are told nothing then.
 */
export function asksForPeople(
  asked: ResponseFilter,
  { locked, comments }: { locked: LockedSegment; comments: SharedComments },
  choices: readonly Choices[],
): boolean {
  if (asked.employee && asked.employee !== locked.employee && comments !== "named") return true;
  const grouped = new Set(choices.map(({ dimension }) => attributeOf(dimension)));
  const further = (asked.where ?? []).filter((text) => !locked.where?.includes(text));
  return further.some((text) => !grouped.has(readCondition(text)?.name ?? null));
}

/** Whether a link's time is over. Days are of the workspace's calendar, YYYY-MM-DD. */
export function isOver(link: { endedAt: Date | null; lastDay: string | null }, today: string): boolean {
  return link.endedAt !== null || (link.lastDay !== null && link.lastDay < today);
}

/**
 * For how many seconds a browser that gave the password is let in: a working day for a person; a year, from each
 * time the board is loaded, for a screen, which nobody sits at to type it again.
 */
export const passSeconds: Readonly<Record<ShareKind, number>> = {
  dashboard: 12 * 3_600,
  wallboard: 365 * 86_400,
};

type Guarded = { id: string; kind: ShareKind; passwordHash: string | null };

/** What a browser keeps instead of the password: until when it is let in, signed for this link and this password. */
export function makePass(tokens: TokenCodec, link: Guarded, now: Date): string {
  const until = (now.getTime() + passSeconds[link.kind] * 1_000).toString(36);
  return `${until}.${tokens.sign("share-pass", signed(link, until))}`;
}

/** Whether a browser with this pass, or none, is let in: to a link without a password everybody is. */
export function isAdmitted(tokens: TokenCodec, link: Guarded, pass: string, now: Date): boolean {
  if (link.passwordHash === null) return true;
  const [until = "", signature = ""] = pass.split(".", 2);
  return (
    Number.parseInt(until, 36) > now.getTime() && tokens.verify("share-pass", signed(link, until), signature)
  );
}

const signed = ({ id, passwordHash }: Guarded, until: string) => `${id}\n${passwordHash}\n${until}`;
