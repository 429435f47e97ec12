import EmailReplyParser from "email-reply-parser";

export type SplitText = { text: string; quoted: string | null };

const longestHeader = 300;

/** How mail programs begin a quotation in Swedish, Danish, Norwegian, Finnish and German; English and others are the library's. */
const quotationBegins =
  /^(?:>+ ?)?(?:den|på|am|ma|ti|ke|to|pe|la|su|\d{1,2}(?:[./]| \p{L}{3,10}\.? \d{4})).{5,250}(?:skrev|skrev .{1,120}|schrieb .{1,120}|kirjoitti.{0,40}|schrieb):$/iu;
/** What phones put below, beside what the library knows. */
const sentFrom =
  /\n(?:skickat från|sendt fra|lähetetty|gesendet von|von mei\w+ .{2,40} gesendet|(?:hämta|hent|hanki|laden sie|get) outlook) ?.{0,80}$/iu;
const outlookBegins = /^(?:från|fra|lähettäjä|von|from): .{1,250}$/iu;
const outlookRule =
  /^_{10,}$|^-{2,} ?(?:original message|ursprungligt meddelande|oprindelig meddelelse|opprinnelig melding|alkuperäinen viesti|ursprüngliche nachricht) ?-{2,}$/iu;

/**
 * What the writer said, and what stood below it: the quoted mail and the signature, which are folded on
 * the screen and never thrown away.
 */
export function splitQuoted(body: string): SplitText {
  const whole = body.replaceAll("\r\n", "\n").trim();
  const lines = whole.split("\n");
  const cut = lines.findIndex(
    (line, at) =>
      at > 0 &&
      beginsQuotation(
        line.trim(),
        lines.slice(at + 1, at + 3).map((next) => next.trim()),
      ),
  );
  const upper = cut > 0 ? lines.slice(0, cut).join("\n") : whole;
  const visible = new EmailReplyParser().read(upper).getVisibleText().trim() || upper.trim();
  const sentBy = sentFrom.exec(visible.slice(-longestHeader))?.[0] ?? "";
  const text = visible.slice(0, visible.length - sentBy.length).trim();
  const quoted = whole.startsWith(text) ? whole.slice(text.length).trim() : whole;
  return { text: text || whole, quoted: quoted === "" || text === whole ? null : quoted };
}

function beginsQuotation(line: string, [next = "", third = ""]: string[]): boolean {
  if (line.length > longestHeader) return false;
  return (
    (quotationBegins.test(line) && /\d/.test(line)) ||
    // A line that was broken at the address in it.
    [`${line} ${next}`, `${line} ${next} ${third}`]
      .map((whole) => whole.slice(0, 2 * longestHeader))
      .some((whole) => /\d.*@/.test(whole) && quotationBegins.test(whole)) ||
    outlookRule.test(line) ||
    (outlookBegins.test(line) && outlookBegins.test(`from: ${next}`) && /^\S{2,20}: /u.test(next))
  );
}
