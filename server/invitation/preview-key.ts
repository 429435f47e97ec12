import type { TokenCodec } from "#server/token/codec.ts";

const use = "preview";

/** What stands in the links of a test mail: which campaign's page to show. It opens nothing that could be answered. */
export function previewKey(tokens: TokenCodec, campaignId: string): string {
  return campaignId.replaceAll("-", "") + tokens.sign(use, campaignId);
}

/** The campaign that `key` was made for, or null when it was not made here. */
export function openPreviewKey(tokens: TokenCodec, key: string): string | null {
  const [, ...parts] = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})/.exec(key) ?? [];
  const campaignId = parts.join("-");
  return parts.length === 5 && tokens.verify(use, campaignId, key.slice(32)) ? campaignId : null;
}
