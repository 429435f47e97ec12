import { join } from "node:path";
import { env } from "#server/env.ts";
import { startMailbox } from "./mailbox.ts";

const { DATA_DIR, MAILBOX_PORT, MAILBOX_SMTP_PORT, MAIL_IN_PORT } = env();

try {
  const ports = { webPort: MAILBOX_PORT, smtpPort: MAILBOX_SMTP_PORT, mailInPort: MAIL_IN_PORT };
  const mailbox = await startMailbox(join(DATA_DIR, "mailbox"), ports);
  for (const name of ["SIGTERM", "SIGINT"] as const) {
    process.once(name, () => mailbox.close().then(() => process.exit(0)));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
