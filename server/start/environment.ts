import type { Settings } from "#server/env.ts";
import { keptSecret } from "./secret.ts";

/**
 * What `settings` leave open, filled for the processes of this machine: the database at `databaseUrl`, the
 * local mailbox, the kept secret, loopback only.
 */
export function filledEnvironment(settings: Settings, databaseUrl: string): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    DATA_DIR: settings.DATA_DIR,
    SMTP_URL: settings.SMTP_URL ?? `smtp://127.0.0.1:${settings.MAILBOX_SMTP_PORT}`,
    SVAR_SECRET: settings.SVAR_SECRET ?? keptSecret(settings.DATA_DIR),
    HOST: settings.HOST ?? "127.0.0.1,::1",
    NEXT_TELEMETRY_DISABLED: "1",
  };
}
