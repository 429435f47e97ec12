import { memberProcedure, router } from "#server/trpc.ts";
import { getHuddle } from "./huddle.ts";
import { getFigures } from "./queries.ts";
import { FiguresView } from "./schema.ts";

const viewer = memberProcedure("viewer");

export const followUpRouter = router({
  figures: viewer.input(FiguresView).query(({ ctx, input }) => getFigures(ctx.svar, input)),
  huddle: viewer.input(FiguresView).query(({ ctx, input }) => getHuddle(ctx.svar, input)),
});
