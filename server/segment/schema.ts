import { z } from "zod";
import { refusal } from "#server/refusal.ts";
import { ResponseFilter } from "#server/response/schema.ts";

/** What a segment narrows answers by: everything but the days, which are the page's own. */
export const SegmentFilter = ResponseFilter.omit({ from: true, to: true });
export type SegmentFilter = z.infer<typeof SegmentFilter>;

const Name = z
  .string()
  .trim()
  .min(1, refusal("segmentName"))
  .max(60, refusal("tooLong", { most: 60 }));

/** Filters to keep under a name: for oneself, or for everybody in the workspace. */
export const SaveSegment = z.object({
  name: Name,
  filter: SegmentFilter.refine(
    (filter) => Object.values(filter).some((word) => word !== undefined),
    refusal("segmentNothing"),
  ),
  shared: z.boolean().default(false),
});
export type SaveSegment = z.infer<typeof SaveSegment>;

export const SegmentId = z.object({ segmentId: z.uuid() });
export type SegmentId = z.infer<typeof SegmentId>;

export const RenameSegment = SegmentId.extend({ name: Name });
export type RenameSegment = z.infer<typeof RenameSegment>;
