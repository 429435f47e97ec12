import type { Metadata } from "next";
import { withWords } from "#app/_i18n/with-words.tsx";
import { wordsOf } from "#app/_i18n/words.ts";
import { TextLink } from "#app/_ui/text-link.tsx";
import { Entrance } from "../../_auth/entrance.tsx";
import { linkKeys } from "../../_auth/form-keys.ts";
import { LinkForm } from "../../_auth/link-form.tsx";
import { refusalWords, t } from "../../_auth/words.ts";

export const generateMetadata = (): Metadata => ({ title: t("linkTitle") });

export default withWords(["auth"], SignInLinkPage);

async function SignInLinkPage() {
  const words = {
    ...wordsOf(t, linkKeys),
    ...(await refusalWords()),
    linkSentText: t("signInLinkSentText", { email: "{email}" }),
  };
  return (
    <Entrance
      title={t("linkTitle")}
      intro={t("linkText")}
      footer={
        <p>
          <TextLink href="/sign-in">{t("backToSignIn")}</TextLink>
        </p>
      }
    >
      <LinkForm purpose="sign-in" words={words} />
    </Entrance>
  );
}
