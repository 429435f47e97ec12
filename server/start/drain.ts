import type { IncomingMessage, Server, ServerResponse } from "node:http";

type Drain = {
  /** Notes a request; a live stream that comes while the process ends is turned away, lest it keep it. */
  admit(request: IncomingMessage, response: ServerResponse): boolean;
  /** Takes no more connections, ends live streams, which their readers open anew, and lets the rest finish; at most for `mostMs`. */
  end(mostMs: number): Promise<void>;
};

const lookMs = 50;

/** Sees to the end of what `servers` answer. */
export function drainOf(servers: Server[]): Drain {
  const streams = new Set<ServerResponse>();
  let ending = false;
  return {
    admit(request, response) {
      if (ending) response.setHeader("Connection", "close");
      if (!isStream(request)) return true;
      if (ending) {
        request.socket.destroy();
        return false;
      }
      streams.add(response);
      response.once("close", () => streams.delete(response));
      return true;
    },
    async end(mostMs) {
      ending = true;
      for (const response of streams) response.destroy();
      const closed = Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
      const closeIdle = setInterval(() => {
        for (const server of servers) server.closeIdleConnections();
      }, lookMs);
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise((resolve) => {
        timer = setTimeout(resolve, mostMs);
      });
      await Promise.race([closed, late]);
      clearInterval(closeIdle);
      clearTimeout(timer);
    },
  };
}

const isStream = ({ headers }: IncomingMessage) => headers.accept?.includes("text/event-stream") ?? false;
