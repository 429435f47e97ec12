import type { Problem } from "#app/_form/problems.ts";
import type { Words } from "#app/_i18n/words.ts";

/** What sign-in may have to say; `tooMany` has `{seconds}` in it, `wrongOrigin` the right address. */
export const refusalKeys = [
  "wrongPassword",
  "emailTaken",
  "emailInvalid",
  "passwordShort",
  "passwordLong",
  "tooMany",
  "wrongOrigin",
  "resetGone",
  "unreachable",
  "unexpected",
] as const;

export type RefusalWords = Words<(typeof refusalKeys)[number]>;

/** Posts to one of better-auth's endpoints, such as "/sign-in/email". Returns what stopped it, nothing when it worked. */
export async function postCredentials(path: string, body: object, words: RefusalWords): Promise<Problem[]> {
  try {
    const answer = await fetch(`/api/auth${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return answer.ok ? [] : [await problemOf(answer, words)];
  } catch {
    return [{ message: words.unreachable }];
  }
}

async function problemOf(answer: Response, words: RefusalWords): Promise<Problem> {
  if (answer.status === 429) {
    const seconds = answer.headers.get("x-retry-after") ?? "60";
    return { message: words.tooMany.replace("{seconds}", seconds) };
  }
  const said: unknown = await answer.json().catch(() => null);
  const code = said && typeof said === "object" && "code" in said ? String(said.code) : "";
  const [fieldId, key] = known[code] ?? [undefined, "unexpected"];
  return { fieldId, message: words[key] };
}

const known: Record<string, [fieldId: string | undefined, key: keyof RefusalWords]> = {
  INVALID_EMAIL_OR_PASSWORD: ["password", "wrongPassword"],
  USER_ALREADY_EXISTS: ["email", "emailTaken"],
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: ["email", "emailTaken"],
  INVALID_EMAIL: ["email", "emailInvalid"],
  VALIDATION_ERROR: ["email", "emailInvalid"],
  PASSWORD_TOO_SHORT: ["password", "passwordShort"],
  PASSWORD_TOO_LONG: ["password", "passwordLong"],
  INVALID_TOKEN: [undefined, "resetGone"],
  INVALID_ORIGIN: [undefined, "wrongOrigin"],
};
