import { z } from "zod";
import { ResponseFilter } from "#server/response/schema.ts";

/** What a segment narrows answers by: everything but the days, which are the page's own. */
export const SegmentFilter = ResponseFilter.omit({ from: true, to: true });
export type SegmentFilter = z.infer<typeof SegmentFilter>;

const Name = z
  .string()
  .trim()
  .min(1, "Give it a name by which you will find it again.")
  .max(60, "The name can have 60 characters at most. Shorten it.");

/** Filters to keep under a name: for oneself, or for everybody in the workspace. */
export const SaveSegment = z.object({
  name: Name,
  filter: SegmentFilter.refine(
    (filter) => Object.values(filter).some((word) => word !== undefined),
    "Nothing is filtered yet. Choose a filter first, then save it.",
  ),
  shared: z.boolean().default(false),
});
export type SaveSegment = z.infer<typeof SaveSegment>;

export const SegmentId = z.object({ segmentId: z.uuid() });
export type SegmentId = z.infer<typeof SegmentId>;

export const RenameSegment = SegmentId.extend({ name: Name });
export type RenameSegment = z.infer<typeof RenameSegment>;
