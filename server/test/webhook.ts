import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import { onTestFinished } from "vitest";

type Asked = { path: string; headers: IncomingHttpHeaders; body: string };

/**
 * A webhook on loopback that answers as `behave` says (200 "ok" by itself) and remembers what it was asked; it ends with the
 * test.
 */
export async function makeWebhook(
  behave: (response: ServerResponse, nth: number) => void = (response) => void response.end("ok"),
) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (part: string) => {
      body += part;
    });
    request.on("end", () => {
      asked.push({ path: request.url ?? "", headers: request.headers, body });
      behave(response, asked.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as { port: number };
  return { asked, port, url: `http://127.0.0.1:${port}/services/T0/B0/secretpath` };
}
