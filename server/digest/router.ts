import { memberProcedure, router } from "#server/trpc.ts";
import { changeDigest } from "./change.ts";
import { createDigest } from "./create.ts";
import { endDigest } from "./end.ts";
import { listDigests, requireDigest } from "./queries.ts";
import { ChangeDigest, CreateDigest, DigestId } from "./schema.ts";
import { sendDigestNow } from "./send-now.ts";

const viewer = memberProcedure("viewer");

export const digestRouter = router({
  list: viewer.query(({ ctx }) => listDigests(ctx.svar)),
  get: viewer.input(DigestId).query(({ ctx, input }) => requireDigest(ctx.svar, input.digestId)),
  create: viewer.input(CreateDigest).mutation(({ ctx, input }) => createDigest(ctx.svar, input)),
  change: viewer.input(ChangeDigest).mutation(({ ctx, input }) => changeDigest(ctx.svar, input)),
  end: viewer.input(DigestId).mutation(({ ctx, input }) => endDigest(ctx.svar, input)),
  sendNow: viewer.input(DigestId).mutation(({ ctx, input }) => sendDigestNow(ctx.svar, input)),
});
