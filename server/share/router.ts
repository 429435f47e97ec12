import { memberProcedure, router } from "#server/trpc.ts";
import { changeShareLink } from "./change.ts";
import { createShareLink } from "./create.ts";
import { endShareLink } from "./end.ts";
import { LockedSegment } from "./locked-segment.ts";
import { listShareLinks, previewLocked } from "./queries.ts";
import { ChangeShareLink, CreateShareLink, ShareLinkId } from "./schema.ts";

const manager = memberProcedure("manager");

export const shareRouter = router({
  list: manager.query(({ ctx }) => listShareLinks(ctx.svar)),
  preview: manager.input(LockedSegment).query(({ ctx, input }) => previewLocked(ctx.svar, input)),
  create: manager.input(CreateShareLink).mutation(({ ctx, input }) => createShareLink(ctx.svar, input)),
  change: manager.input(ChangeShareLink).mutation(({ ctx, input }) => changeShareLink(ctx.svar, input)),
  end: manager.input(ShareLinkId).mutation(({ ctx, input }) => endShareLink(ctx.svar, input)),
});
