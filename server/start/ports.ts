import { connect, createServer } from "node:net";

/** A port that a part will listen on, and the variable that sets it. */
export type NeededPort = { variable: string; port: number };

/** @throws when any of the ports is taken, naming each with the variable to set and a free port for it. */
export async function requireFreePorts(needed: NeededPort[]): Promise<void> {
  const problems: string[] = [];
  const used = new Set(needed.map(({ port }) => port));
  for (const { variable, port } of needed) {
    const problem = await whyNot(port);
    if (!problem) continue;
    const free = await nextFree(port, used);
    used.add(free);
    problems.push(
      `Port ${port} ${problem}. Set ${variable} to another one, for example ${variable}=${free}.`,
    );
  }
  if (problems.length > 0) throw new Error(problems.join("\n"));
}

/** Whether something accepts connections there. */
export function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 1_000 });
    const settle = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket
      .once("connect", () => settle(true))
      .once("error", () => settle(false))
      .once("timeout", () => settle(false));
  });
}

/** On every address, so that a program which listens on any one of them is noticed. */
function whyNot(port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) =>
      resolve(
        "code" in error && error.code === "EACCES"
          ? "may only be opened by root"
          : "is taken by another program",
      ),
    );
    server.listen({ port, exclusive: true }, () => server.close(() => resolve(null)));
  });
}

async function nextFree(port: number, used: Set<number>): Promise<number> {
  for (let candidate = Math.max(port + 1, 1_024); candidate < 65_536; candidate++) {
    if (!used.has(candidate) && (await whyNot(candidate)) === null) return candidate;
  }
  return 0;
}
