import { type Api, createApi } from "#server/api/app.ts";
import { runtime } from "#server/entry.ts";

let held: Api | undefined;

async function answer(request: Request): Promise<Response> {
  held ??= createApi(await runtime());
  return held.fetch(plain(request));
}

/** Next hands out a request that only imitates the platform's; what limits a body's size needs a real one. */
function plain({ url, method, headers, body }: Request): Request {
  const init: RequestInit & { duplex: "half" } = { method, headers, body, duplex: "half" };
  return new Request(url, init);
}

export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};
