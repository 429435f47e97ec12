import { signedInUser } from "#server/auth/auth.ts";
import { type Runtime, runtime } from "#server/entry.ts";
import { createLiveStreams, type LiveStreams } from "#server/live/streams.ts";
import { createSubscriber } from "#server/live/subscribe.ts";
import type { RequestContext } from "#server/trpc.ts";

const held = globalThis as typeof globalThis & { svarLive?: Promise<LiveStreams> };

/** What a request with these headers brings to every procedure. */
export async function requestContext(
  headers: Headers,
): Promise<RequestContext & { user: Awaited<ReturnType<typeof signedInUser>> }> {
  const rt = await runtime();
  const user = await signedInUser(rt.auth, headers);
  const address = headers.get("x-forwarded-for");
  return { rt, user: user && { ...user, address }, live: () => live(rt) };
}

/** This process's streams, opened at the first call that succeeds. They outlive Next's module reloading. */
function live(rt: Runtime): Promise<LiveStreams> {
  const onError = (error: unknown) => rt.log.warn({ err: error }, "live");
  held.svarLive ??= createSubscriber(rt.env.DATABASE_URL, onError)
    .then((subscriber) => createLiveStreams({ db: rt.connection.db, subscriber, clock: rt.clock, onError }))
    .catch((error) => {
      held.svarLive = undefined;
      throw error;
    });
  return held.svarLive;
}
