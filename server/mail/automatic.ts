/** A header by its lower-case name, as postal-mime gives it. */
export type MailHeader = { key: string; value: string };

const bulkPrecedence = new Set(["bulk", "junk", "list", "auto_reply"]);
const marks = new Set([
  "x-autoreply",
  "x-autorespond",
  "x-auto-response-suppress",
  "x-loop",
  "list-id",
  "list-unsubscribe",
]);

/**
 * Whether a machine wrote this mail: an auto-reply, a report, a list (RFC 3834 §5, RELIABILITY.md F2).
 * `mailFrom` is the envelope sender, empty for the null sender. The subject decides nothing.
 */
export function isAutomatic(headers: readonly MailHeader[], mailFrom: string): boolean {
  if (mailFrom === "") return true;
  return headers.some(({ key, value }) => {
    const said = value.trim().toLowerCase();
    if (key === "auto-submitted") return !/^no\b/.test(said);
    if (key === "precedence") return bulkPrecedence.has(said);
    if (key === "content-type") return said.startsWith("multipart/report");
    return marks.has(key);
  });
}
