import type { Ctx } from "#server/context.ts";
import type { TokenTarget } from "#server/token/codec.ts";

/**
 * How somebody who was asked stops questions and mails like them: the page, and the headers by which a mail program does it
 * in one click or by a mail (RFC 8058; RELIABILITY.md B2 to B4).
 *
 * @param target the ask, by its number
 */
export function optOutOf({ site, tokens }: Pick<Ctx, "site" | "tokens">, target: TokenTarget) {
  const url = `${site.appUrl}/u/${tokens.seal("opt-out", target)}`;
  const address = `u+${tokens.sealForAddress("opt-out-address", target)}@${site.mailDomain}`;
  return {
    url,
    headers: {
      "List-Unsubscribe": `<${url}>, <mailto:${address}?subject=unsubscribe>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  };
}
