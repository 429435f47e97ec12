import { AsyncLocalStorage } from "node:async_hooks";
import { type SignedInUser, signedInUser } from "#server/auth/auth.ts";
import { type Runtime, runtime } from "#server/entry.ts";
import { directUrlOf } from "#server/env.ts";
import { createLiveStreams, type LiveStreams } from "#server/live/streams.ts";
import { createSubscriber } from "#server/live/subscribe.ts";
import type { RequestContext } from "#server/trpc.ts";

type Known = { user: SignedInUser | null };
const held = globalThis as typeof globalThis & {
  svarLive?: Promise<LiveStreams>;
  svarKnown?: AsyncLocalStorage<Known>;
};

/** Of the request that is being answered: one place for our server, which asks first, and for what Next built. */
held.svarKnown ??= new AsyncLocalStorage<Known>();
const known = held.svarKnown;

/** Does `work`, in which `requestContext` need not look up again who asks. */
export function asKnown<T>(user: SignedInUser | null, work: () => T): T {
  return known.run({ user }, work);
}

/** What a request with these headers brings to every procedure. */
export async function requestContext(
  headers: Headers,
): Promise<RequestContext & { user: SignedInUser | null }> {
  const rt = await runtime();
  const found = known.getStore();
  const user = found ? found.user : await signedInUser(rt.auth, headers);
  const address = headers.get("x-forwarded-for");
  return { rt, user: user && { ...user, address }, live: () => live(rt) };
}

/** This process's streams, opened at the first call that succeeds. They outlive Next's module reloading. */
function live(rt: Runtime): Promise<LiveStreams> {
  const onError = (error: unknown) => rt.log.warn({ err: error }, "live");
  held.svarLive ??= createSubscriber(directUrlOf(rt.env), onError)
    .then((subscriber) => createLiveStreams({ db: rt.connection.db, subscriber, clock: rt.clock, onError }))
    .catch((error) => {
      held.svarLive = undefined;
      throw error;
    });
  return held.svarLive;
}
