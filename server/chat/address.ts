import { isIP } from "node:net";
import type { Ctx } from "#server/context.ts";
import { invalid } from "#server/errors.ts";
import { readNetworks } from "#server/networks.ts";
import { closedBy } from "#server/outgoing/guard.ts";
import { refusal } from "#server/refusal.ts";

/** What an address is encrypted for. */
const use = "chat-webhook";

/**
 * An address as it is kept: encrypted, with what a person knows it by. What is certainly refused later is so here already; a
 * name is looked up when something is sent.
 * @throws INVALID on `address`.
 */
export function kept(ctx: Ctx, text: string) {
  const url = new URL(text);
  const bare = url.hostname.replace(/^\[|\]$/g, "");
  const opened = readNetworks(ctx.site.openNetworks);
  const closed = ctx.site.openNetworks.trim() === "";
  // A host of which nothing is known yet counts as one on the internet, unless some network was opened.
  const addresses = isIP(bare) ? [bare] : closed ? ["1.1.1.1"] : [];
  const why = addresses.length > 0 ? closedBy(url, addresses, opened) : null;
  if (why) {
    throw invalid("address", refusal("channelClosed", { why }));
  }
  return {
    address: ctx.tokens.encrypt(use, Buffer.from(url.href)),
    host: url.host,
    lastFour: url.href.slice(-4),
  };
}

/** The address that was kept, or null when it cannot be read (the installation’s secret is another one). */
export function opened(ctx: Ctx, address: Uint8Array): URL | null {
  const bytes = ctx.tokens.decrypt(use, address);
  return bytes && new URL(Buffer.from(bytes).toString("utf8"));
}
