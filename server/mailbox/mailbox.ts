import type { Server } from "node:http";
import { createReceiver } from "./receive.ts";
import { type MailStore, openMailStore } from "./store.ts";
import { createMailboxWeb } from "./web.ts";

export type MailboxPorts = { webPort: number; smtpPort: number; mailInPort: number };
export type Mailbox = { store: MailStore; webPort: number; smtpPort: number; close(): Promise<void> };

/**
 * Starts the local mailbox on 127.0.0.1: SMTP that catches every mail into `folder`, and pages to read and
 * answer them. For development and demonstration only. Port 0 takes a free one.
 *
 * @throws when a port is taken.
 */
export async function startMailbox(
  folder: string,
  { webPort, smtpPort, mailInPort }: MailboxPorts,
): Promise<Mailbox> {
  const store = openMailStore(folder);
  const receiver = createReceiver(store);
  receiver.on("error", () => {});
  await new Promise<void>((resolve, reject) => {
    receiver.server.once("error", reject);
    receiver.listen(smtpPort, "127.0.0.1", resolve);
  });
  const web = createMailboxWeb(store, mailInPort);
  await new Promise<void>((resolve, reject) =>
    web.once("error", reject).listen(webPort, "127.0.0.1", resolve),
  );
  return {
    store,
    webPort: portOf(web),
    smtpPort: portOf(receiver.server),
    async close() {
      web.closeAllConnections();
      await Promise.all([
        new Promise((resolve) => web.close(resolve)),
        new Promise<void>((resolve) => receiver.close(resolve)),
      ]);
    },
  };
}

function portOf(server: Pick<Server, "address">): number {
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}
