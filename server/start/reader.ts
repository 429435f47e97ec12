import type { IncomingMessage } from "node:http";
import { asKnown } from "#app/_trpc/request-context.ts";
import { signedInUser } from "#server/auth/auth.ts";
import { runtime } from "#server/entry.ts";
import { askedLocale, isLocale, type Locale } from "#server/i18n/locales.ts";
import { inLanguage } from "#server/i18n/speak.ts";
import { toldLanguage } from "#server/i18n/told-language.ts";

/**
 * Answers a request in its reader's language: the one they chose, else the one this browser was told, else the first we
 * speak that it asks for. Who is signed in is looked up here, before anything is made, so that no page begins in one
 * language and goes on in another; `requestContext` takes it from here. What is not `isForMember` has no use for who asks.
 */
export async function withReader(
  request: IncomingMessage,
  isForMember: boolean,
  answer: () => Promise<void>,
): Promise<void> {
  const browser = ofBrowser(request);
  const found = isForMember && hasSession(request) ? await signedIn(request) : undefined;
  if (!found) return inLanguage(browser, answer);
  const chosen = found.user?.locale ?? "";
  return asKnown(found.user, () => inLanguage(isLocale(chosen) ? chosen : browser, answer));
}

/** Undefined where it cannot be said: then whoever needs to know asks again, and answers for the failure. */
async function signedIn({ headers: { cookie = "" } }: IncomingMessage) {
  try {
    const { auth } = await runtime();
    return { user: await signedInUser(auth, new Headers({ cookie })) };
  } catch {
    return undefined;
  }
}

/** Files have no words, and sign-in looks for itself who asks. */
const wordless = ["/_next/", "/api/auth/"];

const hasSession = ({ url = "", headers }: IncomingMessage) =>
  !wordless.some((begin) => url.startsWith(begin)) &&
  /(?:^|; )(?:__Host-)?svar\.session/.test(headers.cookie ?? "");

function ofBrowser({ headers }: IncomingMessage): Locale {
  return toldLanguage(headers.cookie) ?? askedLocale(String(headers["accept-language"] ?? "")) ?? "en";
}
