export type Away = { userId: string; coverId: string; fromDay: string; toDay: string };

/** The absence of somebody on a day ("2026-12-24"), if any. */
export const absenceOn = <One extends Away>(userId: string, day: string, all: readonly One[]): One | null =>
  all.find((one) => one.userId === userId && one.fromDay <= day && day <= one.toDay) ?? null;

/**
 * Who does somebody's work on a day: they themselves when they are here, else who stands in for them, or for that one, and
 * so on. Nobody other than themselves when all of those are away.
 */
export function standInOf(userId: string, day: string, all: readonly Away[]): string {
  const asked = new Set<string>();
  let at = userId;
  while (!asked.has(at)) {
    const away = absenceOn(at, day, all);
    if (!away) return at;
    asked.add(at);
    at = away.coverId;
  }
  return userId;
}
