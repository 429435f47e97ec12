import { memberProcedure, router } from "#server/trpc.ts";
import { endSegment } from "./end.ts";
import { listSegments } from "./queries.ts";
import { renameSegment } from "./rename.ts";
import { saveSegment } from "./save.ts";
import { RenameSegment, SaveSegment, SegmentId } from "./schema.ts";
import { shareSegment } from "./share.ts";

const viewer = memberProcedure("viewer");
const manager = memberProcedure("manager");

export const segmentRouter = router({
  list: viewer.query(({ ctx }) => listSegments(ctx.svar)),
  save: viewer.input(SaveSegment).mutation(({ ctx, input }) => saveSegment(ctx.svar, input)),
  rename: viewer.input(RenameSegment).mutation(({ ctx, input }) => renameSegment(ctx.svar, input)),
  share: manager.input(SegmentId).mutation(({ ctx, input }) => shareSegment(ctx.svar, input)),
  end: viewer.input(SegmentId).mutation(({ ctx, input }) => endSegment(ctx.svar, input)),
});
