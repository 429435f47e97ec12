import type { Metadata } from "next";
import { withWords } from "#app/_i18n/with-words.tsx";
import { wordsOf } from "#app/_i18n/words.ts";
import { ApiProvider } from "#app/_trpc/client.tsx";
import { pageContext } from "#app/_trpc/server.ts";
import { TextLink } from "#app/_ui/text-link.tsx";
import { CompanyForm } from "../_auth/company-form.tsx";
import { Entrance } from "../_auth/entrance.tsx";
import { companyKeys, signUpKeys } from "../_auth/form-keys.ts";
import { SignUpForm } from "../_auth/sign-up-form.tsx";
import { refusalWords, t } from "../_auth/words.ts";

export const generateMetadata = (): Metadata => ({ title: t("signUpTitle") });

export default withWords(["auth"], SignUpPage);

/** A new account with its workspace, or for somebody signed in one more workspace. */
async function SignUpPage() {
  const { user } = await pageContext();
  const refusals = await refusalWords();
  return (
    <Entrance
      title={t("signUpTitle")}
      intro={t("signUpText")}
      footer={
        user ? (
          <p>{t("signedInAs", { email: user.email })}</p>
        ) : (
          <p>
            {t("haveAccount")} <TextLink href="/sign-in">{t("signIn")}</TextLink>
          </p>
        )
      }
    >
      <ApiProvider>
        {user ? (
          <CompanyForm words={{ ...wordsOf(t, companyKeys), unreachable: refusals.unreachable }} />
        ) : (
          <SignUpForm words={{ ...wordsOf(t, signUpKeys), ...refusals }} />
        )}
      </ApiProvider>
    </Entrance>
  );
}
