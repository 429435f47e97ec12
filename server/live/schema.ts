import { z } from "zod";

/** Longer than any position: each transaction that is running adds to it. */
const Position = z.string().max(8_000);

/** Whose changes are followed, and after which position; without one, from now on. */
export const FollowChanges = z.object({ lastEventId: Position.nullish() });

/** After which position the changes are asked for. */
export const ReadChanges = z.object({ position: Position });
