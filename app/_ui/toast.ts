import type { ExternalToast, toast as sonner } from "sonner";

type Sonner = typeof sonner;

let shown: Sonner | null = null;
let waiting: ((show: Sonner) => void)[] = [];
let bringMessages = () => {};

function say(one: (show: Sonner) => void): void {
  if (shown) one(shown);
  else {
    waiting.push(one);
    bringMessages();
  }
}

const saying =
  (kind: "success" | "error" | "info") =>
  (message: string, options?: ExternalToast): void =>
    say((show) => show[kind](message, options));

/**
 * Shows a short message in a corner of the page. What shows it comes after the page itself; whatever is said before
 * waits for it.
 */
export const toast = Object.assign(
  (message: string, options?: ExternalToast): void => say((show) => show(message, options)),
  { success: saying("success"), error: saying("error"), info: saying("info") },
);

/** Has messages shown from now on, first those that wait. Returns the way to end that. */
export function showMessages(show: Sonner): () => void {
  shown = show;
  const due = waiting;
  waiting = [];
  for (const one of due) one(show);
  return () => {
    shown = null;
  };
}

/** Has `bring` called when a message is said that nothing shows yet. Returns the way to end that. */
export function whenMessageWaits(bring: () => void): () => void {
  bringMessages = bring;
  if (waiting.length > 0) bring();
  return () => {
    bringMessages = () => {};
  };
}
