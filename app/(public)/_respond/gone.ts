import { gonePage } from "#app/(public)/_pages/gone-page.ts";
import { localeOf } from "./locale-of.ts";
import { pageResponse } from "./page-response.ts";

/**
 * The answer to every link that leads nowhere. It is the same for one that is too old, was never made here or
 * belongs to somebody erased, so that nothing can be learnt from it (RELIABILITY.md E4); only the language is
 * the browser's.
 */
export function gone(request: Request): Response {
  return pageResponse(404, (nonce) => gonePage({ locale: localeOf(request), nonce }));
}
