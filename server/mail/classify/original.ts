import type { ReadMail } from "./read.ts";

/** The Message-ID of our mail that this one is about: of the mail sent back, else of the one replied to. Null without one. */
export function originalMessageId({ original, text, feedbackReport, headers }: ReadMail): string | null {
  const inReport = [original, feedbackReport, text].map((part) => messageIdIn(part ?? "")).find(Boolean);
  if (inReport) return inReport;
  const replied = headers.get("in-reply-to")?.[0] ?? headers.get("references")?.[0] ?? "";
  return [...replied.matchAll(/<[^<>\s]{1,250}>/g)].at(-1)?.[0] ?? null;
}

/** The address that a report without a delivery status is about: named by a header, or the first that is quoted. */
export function addressedIn({ headers, text, original, fromAddress }: ReadMail): string | null {
  const named = headers.get("x-failed-recipients")?.[0] ?? headers.get("x-hmxmroriginalrecipient")?.[0];
  const candidates = [
    named ?? "",
    /^x-hmxmroriginalrecipient:.{0,300}/im.exec(original ?? "")?.[0] ?? "",
    text.slice(0, 4000),
    /^to:.{0,500}/im.exec(original ?? "")?.[0] ?? "",
  ];
  const host = fromAddress.split("@")[1] ?? "";
  for (const candidate of candidates) {
    for (const [, address] of candidate.matchAll(
      /([^\s<>;:,"'()[\]]{1,100}@[a-z0-9][a-z0-9.-]{0,150}[a-z0-9])/gi,
    )) {
      const found = address!.toLowerCase();
      if (
        found !== fromAddress &&
        !/^(?:postmaster|mailer-daemon|abuse)@/.test(found) &&
        found !== `@${host}`
      )
        return found;
    }
  }
  return null;
}

function messageIdIn(text: string): string | null {
  return /^[>\s]{0,8}message-id:\s{0,3}(<[^<>\s]{1,250}>)/im.exec(text)?.[1] ?? null;
}
