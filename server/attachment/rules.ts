import { formatNumber } from "#server/i18n/format.ts";
import type { Locale } from "#server/i18n/locales.ts";
import { type Refusal, refusal } from "#server/refusal.ts";

const megabyte = 1024 * 1024;

/** RELIABILITY.md F7. What a reply carries stays under the 25 MB that most mail servers take, as base64 makes it. */
export const limits = { files: 20, bytesEach: 10 * megabyte, bytesOfReply: 18 * megabyte };

export type LeftOut = "too_large" | "too_many";

/** Why each of the files that came with a mail is left out, in their order; null for those that are kept. */
export function leftOutOf(files: readonly { size: number }[]): (LeftOut | null)[] {
  let kept = 0;
  return files.map(({ size }) => {
    if (size > limits.bytesEach) return "too_large";
    kept += 1;
    return kept > limits.files ? "too_many" : null;
  });
}

/** What is wrong with files of these sizes in one reply; null when it can carry them. */
export function problemOfReply(sizes: readonly number[]): Refusal | null {
  if (sizes.length > limits.files) return refusal("replyFiles", { most: limits.files });
  if (sizes.some((size) => size > limits.bytesEach)) return refusal("fileLarge", { most: 10 });
  const together = sizes.reduce((sum, size) => sum + size, 0);
  if (together > limits.bytesOfReply) return refusal("replyLarge", { most: 18 });
  return null;
}

/** A size as a person says it: "740 B", "12 kB", "3.4 MB", with the decimal mark of the language. */
export function sizeInWords(bytes: number, locale: Locale): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`;
  const megabytes = formatNumber(bytes / 1_000_000, locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return `${megabytes} MB`;
}

const raster = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);

/** Whether a file may be shown within a mail: pictures that no script can be in. */
export const isPicture = (mediaType: string): boolean => raster.has(mediaType);
