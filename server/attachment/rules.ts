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
export function problemOfReply(sizes: readonly number[]): string | null {
  if (sizes.length > limits.files) return `A reply carries ${limits.files} files at most. Take some away.`;
  if (sizes.some((size) => size > limits.bytesEach))
    return "A file is larger than 10 MB. Make it smaller, or send a link to it instead.";
  const together = sizes.reduce((sum, size) => sum + size, 0);
  if (together > limits.bytesOfReply)
    return "The files are larger than 18 MB together, which many mail servers refuse. Take some away.";
  return null;
}

/** A size as a person says it: "740 B", "12 kB", "3.4 MB". */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

const raster = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);

/** Whether a file may be shown within a mail: pictures that no script can be in. */
export const isPicture = (mediaType: string): boolean => raster.has(mediaType);
