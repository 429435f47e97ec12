import autocannon from "autocannon";

export type Load = { perSecond: number; p99: number; errors: number; bytes: number };

type LoadOptions = {
  url: string;
  connections: number;
  seconds: number;
  /** The next request, made anew each time. */
  next: () => { method: "GET" | "POST"; path: string; body?: string };
  expect: number;
};

/** Sends requests over `connections` for `seconds`. `p99` is in milliseconds; `errors` counts every other answer than `expect`. */
export async function load({ url, connections, seconds, next, expect }: LoadOptions): Promise<Load> {
  let wrong = 0;
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    requests: [
      {
        setupRequest: (request) => {
          const { method, path, body } = next();
          const headers = body ? { "content-type": "application/x-www-form-urlencoded" } : {};
          return { ...request, method, path, body, headers };
        },
        onResponse: (status) => {
          if (status !== expect) wrong++;
        },
      },
    ],
  });
  return {
    perSecond: result.requests.average,
    p99: result.latency.p99,
    errors: wrong + result.errors + result.timeouts,
    bytes: result.throughput.total / Math.max(1, result.requests.total),
  };
}
