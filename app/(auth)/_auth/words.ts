import { wordsOf } from "#app/_i18n/words.ts";
import { runtime } from "#server/entry.ts";
import { appTranslator } from "#server/i18n/translate-app.ts";
import type { RefusalWords } from "./credentials.ts";

/** The texts of these pages. */
export const t = appTranslator("auth");

/** What any of the forms may have to say when it is refused. */
export async function refusalWords(): Promise<RefusalWords> {
  const { env } = await runtime();
  return {
    ...wordsOf(t, [
      "wrongPassword",
      "emailTaken",
      "signUpGone",
      "emailInvalid",
      "passwordShort",
      "passwordLong",
      "passwordCommon",
      "passwordOwn",
      "resetGone",
      "linkGone",
      "codeWrong",
      "signInAgain",
      "passkeyRefused",
      "companyDemands",
      "noCompany",
      "providerUnreachable",
    ]),
    ...wordsOf(appTranslator("errors"), ["unreachable", "unexpected"]),
    wrongOrigin: t("wrongOrigin", { url: env.APP_URL }),
  };
}
