import type { Metadata } from "next";
import { withWords } from "#app/_i18n/with-words.tsx";
import { wordsOf } from "#app/_i18n/words.ts";
import { ApiProvider } from "#app/_trpc/client.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { Entrance } from "../../_auth/entrance.tsx";
import { signUpKeys } from "../../_auth/form-keys.ts";
import { SignUpForm } from "../../_auth/sign-up-form.tsx";
import { refusalWords, t } from "../../_auth/words.ts";

export const generateMetadata = (): Metadata => ({ title: t("signUpTitle"), referrer: "no-referrer" });

export default withWords(["auth"], SignUpByLinkPage);

/** Shows the form whatever the token is worth: opening a link says nothing about it and uses nothing up. */
async function SignUpByLinkPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  return (
    <Entrance
      title={t("signUpTitle")}
      intro={t("signUpText")}
      footer={
        <p>
          <TextLink href="/sign-up">{t("anotherLink")}</TextLink>
        </p>
      }
    >
      <ApiProvider>
        <SignUpForm token={token} words={{ ...wordsOf(t, signUpKeys), ...(await refusalWords()) }} />
      </ApiProvider>
    </Entrance>
  );
}
