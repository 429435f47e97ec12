import type { Env } from "#server/env.ts";

/**
 * Whether strangers may load the made-up workspace and sign in to it: only where no mail server is configured,
 * so that every mail ends in the local mailbox, as on somebody's own machine.
 */
export function demonstrationAllowed(env: Pick<Env, "SMTP_URL" | "MAILBOX_SMTP_PORT">): boolean {
  const { hostname, port } = new URL(env.SMTP_URL);
  return ["127.0.0.1", "localhost"].includes(hostname) && port === String(env.MAILBOX_SMTP_PORT);
}
