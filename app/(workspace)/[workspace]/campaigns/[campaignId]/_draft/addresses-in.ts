/** The addresses in pasted text, `Maja Berg <maja@example.com>` included. */
export function addressesIn(text: string): string[] {
  return text
    .split(/[\s,;<>]+/)
    .map((word) => word.replace(/^["'(]+|["').]+$/g, ""))
    .filter((word) => word.includes("@"));
}
