import { createHmac } from "node:crypto";
import type { Runtime, SignedIn } from "#server/entry.ts";
import { testSecret } from "./database.ts";

/** The cookie of a session of `user`, as a browser sends it. */
export async function signIn(rt: Runtime, user: SignedIn): Promise<string> {
  const { internalAdapter } = await rt.auth.$context;
  const { token } = await internalAdapter.createSession(user.id);
  const signature = createHmac("sha256", testSecret).update(token).digest("base64");
  return `svar.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}
