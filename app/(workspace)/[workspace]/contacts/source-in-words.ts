import { t } from "./words.ts";

/** What the server writes down of where a contact or a stop came from, and which words say it. */
const known = {
  api: "api",
  bounce: "bounce",
  complaint: "complaint",
  demonstration: "demonstration",
  erased: "erased",
  erasure: "erasure",
  event: "event",
  file: "file",
  list: "list",
  "by hand": "byHand",
  "contact page": "contactPage",
  "noted case": "notedCase",
  "opt-out link": "optOutLink",
  "past answers": "pastAnswers",
} as const;

const isKnown = (source: string): source is keyof typeof known => Object.hasOwn(known, source);

/** Where a contact or a stop came from; a source that is not ours as it was written down. */
export const sourceInWords = (source: string): string =>
  isKnown(source) ? t(`sources.${known[source]}`) : source;
