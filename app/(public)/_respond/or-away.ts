import { awayPage } from "#app/(public)/_pages/gone-page.ts";
import type { Runtime } from "#server/entry.ts";
import { localeOf } from "./locale-of.ts";
import { pageResponse } from "./page-response.ts";

const againInSeconds = "60";

/**
 * What `respond` says, or, when we cannot say anything because something of ours is down, a page that says so
 * kindly: a respondent is never shown an error of ours. It is logged.
 */
export async function orAway(
  opened: Promise<Runtime>,
  request: Request,
  respond: (rt: Runtime) => Promise<Response>,
): Promise<Response> {
  try {
    return await respond(await opened);
  } catch (error) {
    await opened.then(
      (rt) => rt.log.error({ err: error }, "respondent's page failed"),
      () => console.error(error),
    );
    const away = pageResponse(503, (nonce) => awayPage({ locale: localeOf(request), nonce }));
    away.headers.set("Retry-After", againInSeconds);
    return away;
  }
}
