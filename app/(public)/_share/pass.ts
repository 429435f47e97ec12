/** The cookie that a browser keeps in place of a link's password; there is none where a link has none. */
export const passCookie = "svar-share";

/** For the addresses of this link alone, seen by no script. */
export const passAttributes = (path: string, seconds: number, appUrl: string) =>
  ({ path, maxAge: seconds, httpOnly: true, sameSite: "lax", secure: appUrl.startsWith("https:") }) as const;
