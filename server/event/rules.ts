const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** After how many days nobody is asked about an event any more, counted from when the question was due. */
export const tooOldDays = 7;

/** How far ahead of now an event may lie, such as a delivery that is planned. */
export const aheadDays = 90;

/** When to ask about an event, before sending hours, and whether that was too long ago. A moment gone by is now. */
export function askAt(
  event: { occurredAt: Date; delayHours: number },
  now: Date,
): { from: Date; tooOld: boolean } {
  const due = new Date(event.occurredAt.getTime() + event.delayHours * hourMs);
  return {
    from: due > now ? due : now,
    tooOld: now.getTime() - due.getTime() > tooOldDays * dayMs,
  };
}

/** Whether an event lies so far ahead that its time must be a mistake. */
export function isFarAhead(occurredAt: Date, now: Date): boolean {
  return occurredAt.getTime() - now.getTime() > aheadDays * dayMs;
}
