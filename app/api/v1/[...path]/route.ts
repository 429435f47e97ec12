import { type Api, createApi } from "#server/api/app.ts";
import { runtime } from "#server/entry.ts";

let held: Api | undefined;

async function answer(request: Request): Promise<Response> {
  held ??= createApi(await runtime());
  return held.fetch(request);
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
