import { connect, createServer, type Socket } from "node:net";

/** Stands before several web processes, as a load balancer does: each connection goes to the next one that takes it. */
type Balancer = { url: string; close(): Promise<void> };

export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  let turn = 0;
  const open = new Set<Socket>();
  const keep = (socket: Socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
    return socket;
  };
  const server = createServer((client) => {
    keep(client).on("error", () => {});
    turn += 1;
    pass(
      client,
      ports.map((_, n) => ports[(turn + n) % ports.length]!),
    );
  });

  function pass(client: Socket, [port, ...others]: number[]): void {
    if (port === undefined) return void client.destroy();
    const behind = connect(port, "127.0.0.1");
    const refused = () => pass(client, others);
    behind.once("error", refused);
    behind.once("connect", () => {
      keep(behind).off("error", refused);
      behind.on("error", () => client.destroy());
      behind.once("close", () => client.end());
      client.once("close", () => behind.destroy());
      client.pipe(behind).pipe(client);
    });
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = address && typeof address === "object" ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    close() {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
