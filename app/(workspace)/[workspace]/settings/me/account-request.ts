import { shared } from "../_settings/words.ts";

/** Posts to one of better-auth's endpoints for one's own account. Returns null when it worked, else its code or a message. */
export async function accountRequest(
  path: string,
  body: object = {},
): Promise<{ code: string; message: string } | null> {
  try {
    const answer = await fetch(`/api/auth${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (answer.ok) return null;
    const said: unknown = await answer.json().catch(() => null);
    const code = said && typeof said === "object" && "code" in said ? String(said.code) : "";
    return { code, message: shared("unexpected") };
  } catch {
    return { code: "", message: shared("unreachable") };
  }
}
