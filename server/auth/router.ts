import { type RequestContext, router, userProcedure } from "#server/trpc.ts";
import { changeFactor } from "./change-factor.ts";
import { endOtherSessions, endSession } from "./end-sessions.ts";
import { beginFactor, confirmFactor, factorOf, removeFactor, renewCodes } from "./factor.ts";
import { rememberChallenge, takeChallenge } from "./passkey-challenge.ts";
import { addPasskey, listPasskeys, optionsToAdd, removePasskey } from "./passkeys.ts";
import { provePassword } from "./prove-password.ts";
import { qrCodeOf } from "./qr-code.ts";
import { listSessions } from "./queries.ts";
import { AddPasskey, ConfirmSecondFactor, EndSession, ProvePassword, RemovePasskey } from "./schema.ts";

/** One's own account: where one is signed in, and the second factor. Signing in and out itself is better-auth's (auth.ts). */
export const authRouter = router({
  sessions: userProcedure.query(({ ctx }) => listSessions(ctx.rt.connection.db, ctx.user, ctx.rt.clock())),
  endSession: userProcedure
    .input(EndSession)
    .mutation(({ ctx, input }) => endSession(ctx.rt.connection.db, ctx.user, input)),
  endOtherSessions: userProcedure.mutation(({ ctx }) => endOtherSessions(ctx.rt.connection.db, ctx.user)),

  secondFactor: userProcedure.query(({ ctx }) => factorOf(ctx.rt.connection.db, ctx.user.id)),
  beginSecondFactor: userProcedure.input(ProvePassword).mutation(async ({ ctx, input }) => {
    await prove(ctx, input);
    const { typed, uri } = await beginFactor(storeOf(ctx), ctx.user, ctx.rt.clock());
    return { typed, code: qrCodeOf(uri) };
  }),
  confirmSecondFactor: userProcedure
    .input(ConfirmSecondFactor)
    .mutation(({ ctx, input }) =>
      changeFactor(accountOf(ctx), "factor_added", () =>
        confirmFactor(storeOf(ctx), ctx.user.id, input, ctx.rt.clock()),
      ),
    ),
  removeSecondFactor: userProcedure.input(ProvePassword).mutation(async ({ ctx, input }) => {
    await prove(ctx, input);
    await changeFactor(accountOf(ctx), "factor_removed", () =>
      removeFactor(ctx.rt.connection.db, ctx.user.id),
    );
  }),
  renewRecoveryCodes: userProcedure.input(ProvePassword).mutation(async ({ ctx, input }) => {
    await prove(ctx, input);
    return changeFactor(accountOf(ctx), "codes_renewed", () =>
      renewCodes(storeOf(ctx), ctx.user.id, ctx.rt.clock()),
    );
  }),

  passkeys: userProcedure.query(({ ctx }) => listPasskeys(ctx.rt.connection.db, ctx.user.id)),
  beginPasskey: userProcedure.input(ProvePassword).mutation(async ({ ctx, input }) => {
    await prove(ctx, input);
    const options = await optionsToAdd(placeOf(ctx), ctx.user);
    await rememberChallenge(ctx.rt.auth, ctx.user.sessionId, options.challenge);
    return options;
  }),
  addPasskey: userProcedure
    .input(AddPasskey)
    .mutation(({ ctx, input }) =>
      changeFactor(accountOf(ctx), "passkey_added", async () =>
        addPasskey(
          placeOf(ctx),
          ctx.user.id,
          { ...input, challenge: await takeChallenge(ctx.rt.auth, ctx.user.sessionId) },
          ctx.rt.clock(),
        ),
      ),
    ),
  removePasskey: userProcedure.input(RemovePasskey).mutation(async ({ ctx, input }) => {
    await prove(ctx, input);
    await changeFactor(accountOf(ctx), "passkey_removed", () =>
      removePasskey(ctx.rt.connection.db, ctx.user.id, input.id),
    );
  }),
});

type Asked = { rt: RequestContext["rt"]; user: NonNullable<RequestContext["user"]> };

const storeOf = ({ rt }: Asked) => ({ db: rt.connection.db, tokens: rt.tokens });
const accountOf = ({ rt, user }: Asked) => ({ db: rt.connection.db, auth: rt.auth, user });
const placeOf = ({ rt }: Asked) => ({ db: rt.connection.db, appUrl: rt.env.APP_URL });
const prove = (ctx: Asked, { password }: ProvePassword) =>
  provePassword(accountOf(ctx), ctx.user, password, ctx.rt.clock());
