import type { Problem } from "#app/_form/problems.ts";
import type { Words } from "#app/_i18n/words.ts";
import { appTranslator } from "#server/i18n/translate-app.ts";

const t = appTranslator("auth");

/** What sign-in may have to say; `wrongOrigin` has the right address in it. */
export const refusalKeys = [
  "wrongPassword",
  "emailTaken",
  "signUpGone",
  "emailInvalid",
  "passwordShort",
  "passwordLong",
  "passwordCommon",
  "passwordOwn",
  "wrongOrigin",
  "resetGone",
  "linkGone",
  "codeWrong",
  "signInAgain",
  "passkeyRefused",
  "companyDemands",
  "noCompany",
  "providerUnreachable",
  "unreachable",
  "unexpected",
] as const;

export type RefusalWords = Words<(typeof refusalKeys)[number]>;

/** Posts to one of the sign-in endpoints, such as "/sign-up/link". Returns what stopped it, nothing when it worked. */
export async function postCredentials(path: string, body: object, words: RefusalWords): Promise<Problem[]> {
  return (await ask(path, body, words)).problems;
}

/** Signs in by one of them and goes to `next`, by way of the second factor where it is asked for. Returns what stopped it. */
export async function signInBy(
  path: string,
  body: object,
  words: RefusalWords,
  next: string,
): Promise<Problem[]> {
  const { problems, said } = await ask(path, body, words);
  if (problems.length > 0) return problems;
  const asksMore = said && typeof said === "object" && "secondFactor" in said;
  location.assign(asksMore ? `/sign-in/code?next=${encodeURIComponent(next)}` : next);
  return [];
}

/** Whether people with addresses like this must sign in by their company's own sign-in. */
export async function isCompanyDemanded(email: string, words: RefusalWords): Promise<boolean> {
  const { said } = await ask("/company/find", { email }, words);
  return said !== null && typeof said === "object" && "demanded" in said && said.demanded === true;
}

/** Goes to the sign-in of the company that `email` is of, and from there to `next`. Returns what stopped it. */
export async function goToCompany(email: string, next: string, words: RefusalWords): Promise<Problem[]> {
  const { problems, said } = await ask("/company/begin", { email, next }, words);
  if (said && typeof said === "object" && "url" in said) location.assign(String(said.url));
  return problems;
}

/** The same, with what was answered. */
export async function ask(
  path: string,
  body: object,
  words: RefusalWords,
): Promise<{ problems: Problem[]; said?: unknown }> {
  try {
    const answer = await fetch(`/api/auth${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!answer.ok) return { problems: [await problemOf(answer, words)] };
    return { problems: [], said: await answer.json() };
  } catch {
    return { problems: [{ message: words.unreachable }] };
  }
}

async function problemOf(answer: Response, words: RefusalWords): Promise<Problem> {
  if (answer.status === 429) {
    return { message: t("tooMany", { seconds: Number(answer.headers.get("x-retry-after") ?? 60) }) };
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
  PASSWORD_COMMON: ["password", "passwordCommon"],
  PASSWORD_OWN_WORDS: ["password", "passwordOwn"],
  INVALID_TOKEN: [undefined, "resetGone"],
  LINK_GONE: [undefined, "linkGone"],
  SIGN_UP_GONE: [undefined, "signUpGone"],
  NOT_FIRST: [undefined, "signUpGone"],
  CODE_WRONG: ["code", "codeWrong"],
  SIGN_IN_AGAIN: [undefined, "signInAgain"],
  PASSKEY_REFUSED: [undefined, "passkeyRefused"],
  COMPANY_SIGN_IN: [undefined, "companyDemands"],
  NO_COMPANY: ["email", "noCompany"],
  PROVIDER_UNREACHABLE: [undefined, "providerUnreachable"],
  INVALID_ORIGIN: [undefined, "wrongOrigin"],
};
