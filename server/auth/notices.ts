/** What somebody is told of by mail because it changes the way into their account (ASVS 5.0, 6.3.7). */
export const noticeKinds = [
  "password_changed",
  "new_browser",
  "factor_added",
  "factor_removed",
  "codes_renewed",
  "code_used",
  "passkey_added",
  "passkey_removed",
] as const;

export type NoticeKind = (typeof noticeKinds)[number];

export type Notice = {
  kind: NoticeKind;
  /** Which browser did it, "Firefox, Windows"; null where that is unknown. */
  browser: string | null;
};

/** Whom a notice goes to. */
export type Told = { name: string; email: string; locale?: string | null };
