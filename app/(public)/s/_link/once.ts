import { onceSeconds } from "#server/survey-link/rules.ts";

const name = "svar-answered";

/** Whether this browser has answered by this link; only where a workspace chose that each may once is it written down. */
export function hasAnswered(request: Request, token: string): boolean {
  const cookies = (request.headers.get("cookie") ?? "").split(/;\s*/);
  return cookies.includes(`${name}=${token}`);
}

/** The cookie that says so: for this link's address only, seen by no script, and nothing else in it. */
export function answeredCookie(token: string, secure: boolean): string {
  const parts = [
    `${name}=${token}`,
    `Path=/s/${token}`,
    `Max-Age=${onceSeconds}`,
    "HttpOnly",
    "SameSite=Lax",
  ];
  return [...parts, ...(secure ? ["Secure"] : [])].join("; ");
}
