import { signedInUser } from "#server/auth/auth.ts";
import { runtime } from "#server/entry.ts";
import { createSubscriber, type Subscriber } from "#server/live/subscribe.ts";
import type { RequestContext } from "#server/trpc.ts";

const held = globalThis as typeof globalThis & { svarSubscriber?: Promise<Subscriber> };

/** What a request with these headers brings to every procedure. */
export async function requestContext(
  headers: Headers,
): Promise<RequestContext & { user: Awaited<ReturnType<typeof signedInUser>> }> {
  const rt = await runtime();
  return {
    rt,
    user: await signedInUser(rt.auth, headers),
    subscriber() {
      held.svarSubscriber ??= createSubscriber(rt.env.DATABASE_URL, (error) =>
        rt.log.warn({ error }, "live"),
      );
      return held.svarSubscriber;
    },
  };
}
