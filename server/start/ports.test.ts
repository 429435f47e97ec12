import { createServer } from "node:net";
import { expect, it } from "vitest";
import { requireFreePorts } from "./ports.ts";

async function taken(host: string): Promise<{ port: number; close(): void }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const address = server.address();
  return { port: typeof address === "object" && address ? address.port : 0, close: () => server.close() };
}

it.each(["127.0.0.1", "0.0.0.0"])(
  "a port taken on %s is named with its variable and a free one",
  async (host) => {
    const { port, close } = await taken(host);
    const check = requireFreePorts([{ variable: "MAILBOX_PORT", port }]);
    await expect(check).rejects.toThrow(
      new RegExp(`^Port ${port} is taken by another program\\. Set MAILBOX_PORT .* MAILBOX_PORT=\\d+\\.$`),
    );
    close();
    await requireFreePorts([{ variable: "MAILBOX_PORT", port }]);
  },
);
