import type { listAbsences } from "#server/absence/queries.ts";

/** Who is away today or later. */
export type Found = Awaited<ReturnType<typeof listAbsences>>;
