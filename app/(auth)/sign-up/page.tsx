import type { Metadata } from "next";
import { withWords } from "#app/_i18n/with-words.tsx";
import { wordsOf } from "#app/_i18n/words.ts";
import { ApiProvider } from "#app/_trpc/client.tsx";
import { pageContext } from "#app/_trpc/server.ts";
import { TextLink } from "#app/_ui/text-link.tsx";
import { isFirstAccount } from "#server/auth/sign-up.ts";
import { runtime } from "#server/entry.ts";
import { CompanyForm } from "../_auth/company-form.tsx";
import { Entrance } from "../_auth/entrance.tsx";
import { companyKeys, linkKeys, signUpKeys } from "../_auth/form-keys.ts";
import { LinkForm } from "../_auth/link-form.tsx";
import { SignUpForm } from "../_auth/sign-up-form.tsx";
import { refusalWords, t } from "../_auth/words.ts";

export const generateMetadata = (): Metadata => ({ title: t("signUpTitle") });

export default withWords(["auth"], SignUpPage);

/** A new account with its workspace, by way of a mail unless it is the first; or for somebody signed in one more workspace. */
async function SignUpPage() {
  const { user } = await pageContext();
  const { connection } = await runtime();
  const byMail = !user && !(await isFirstAccount(connection.db));
  const refusals = await refusalWords();
  return (
    <Entrance
      title={t("signUpTitle")}
      intro={t(byMail ? "signUpMailText" : "signUpText")}
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
        ) : byMail ? (
          <ByMail />
        ) : (
          <SignUpForm words={{ ...wordsOf(t, signUpKeys), ...refusals }} />
        )}
      </ApiProvider>
    </Entrance>
  );
}

async function ByMail() {
  const { env } = await runtime();
  const isLocal = env.SMTP_URL === `smtp://127.0.0.1:${env.MAILBOX_SMTP_PORT}`;
  const words = {
    ...wordsOf(t, linkKeys),
    ...(await refusalWords()),
    linkSentText: t("signUpSentText", { email: "{email}" }),
  };
  return (
    <>
      <LinkForm purpose="sign-up" words={words} />
      {isLocal && (
        <p className="mt-4 text-sm text-muted">
          {t("signUpLocal", { url: `http://localhost:${env.MAILBOX_PORT}` })}
        </p>
      )}
    </>
  );
}
