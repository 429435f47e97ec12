import { isLocale, type Locale } from "#server/i18n/locales.ts";
import type { TokenCodec } from "#server/token/codec.ts";

const use = "preview";

/** Which campaign's answer page the links of a test mail show, and in which language. */
export type Preview = { campaignId: string; locale: Locale };

/** What stands in the links of a test mail. It opens nothing that could be answered. */
export function previewKey(tokens: TokenCodec, { campaignId, locale }: Preview): string {
  const body = campaignId.replaceAll("-", "") + locale;
  return body + tokens.sign(use, body);
}

/** What `key` was made for, or null when it was not made here. */
export function openPreviewKey(tokens: TokenCodec, key: string): Preview | null {
  const [, body = "", hex = "", locale = ""] = /^(([0-9a-f]{32})([a-z]{2}))/.exec(key) ?? [];
  if (!isLocale(locale) || !tokens.verify(use, body, key.slice(body.length))) return null;
  return { campaignId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-"), locale };
}
