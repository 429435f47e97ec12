import { digestPage } from "#app/(public)/_pages/digest-page.ts";
import { gone } from "#app/(public)/_respond/gone.ts";
import { pageResponse } from "#app/(public)/_respond/page-response.ts";
import type { Ctx } from "#server/context.ts";
import { endByLink } from "#server/digest/end.ts";
import { findPlace } from "#server/digest/find-place.ts";
import { findDigest } from "#server/digest/queries.ts";
import { type Runtime, withToken } from "#server/entry.ts";
import { pickLocale } from "#server/i18n/locales.ts";
import { filterIn } from "#server/response/address.ts";

/** The page behind the link that ends a digest: a button, since opening a link decides nothing. */
export async function showEndOfDigest(rt: Runtime, request: Request, token: string): Promise<Response> {
  return answer(request, token, () =>
    withToken(rt, "digest", token, async (ctx, number) => inWords(ctx, await findDigest(ctx, { number }))),
  );
}

/**
 * Ends the digest, whoever posts: the button of the page, or a mail program by RFC 8058, with any body or none and
 * without cookies. Answered with the page itself, never with a redirect, which section 3.1 there forbids.
 */
export async function takeEndOfDigest(rt: Runtime, request: Request, token: string): Promise<Response> {
  return answer(request, token, () =>
    withToken(rt, "digest", token, async (ctx, number) => inWords(ctx, await endByLink(ctx, number))),
  );
}

type Said = NonNullable<Awaited<ReturnType<typeof inWords>>>;

async function inWords(ctx: Ctx, found: Awaited<ReturnType<typeof findDigest>>) {
  if (!found) return null;
  const { digest, workspace } = found;
  const locale = pickLocale(digest.locale, "en");
  const place = await findPlace(ctx, workspace.name, filterIn(digest.filter), locale);
  return { locale, companyName: workspace.name, place, ended: digest.endedAt !== null };
}

async function answer(request: Request, token: string, find: () => Promise<Said | null>): Promise<Response> {
  const said = await find();
  if (!said) return gone(request);
  return pageResponse(200, (nonce) => digestPage({ ...said, nonce, action: `/d/${token}` }));
}
