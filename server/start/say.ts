/** Tells the person at the terminal what a part is doing. */
export type Say = (part: string, text: string) => void;

export const say: Say = (part, text) => console.log(`${part}: ${text}`);

/** The same on stderr, for commands whose output another program reads. */
export const sayAside: Say = (part, text) => console.error(`${part}: ${text}`);

/** "0.8 s", "41 s" since `began` (performance.now()). */
export function elapsed(began: number): string {
  const seconds = (performance.now() - began) / 1000;
  return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
}

/** What went wrong in words, without the stack: the reader runs the program, he does not debug it. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const denied = "code" in error && (error.code === "EACCES" || error.code === "EPERM") && "path" in error;
  return denied
    ? `${error.path} belongs to another user. Start as that user, or set DATA_DIR to a folder of your own.`
    : error.message;
}
