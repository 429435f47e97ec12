import type { Metadata } from "next";
import { withWords } from "#app/_i18n/with-words.tsx";
import { wordsOf } from "#app/_i18n/words.ts";
import { TextLink } from "#app/_ui/text-link.tsx";
import { Entrance } from "../_auth/entrance.tsx";
import { linkKeys } from "../_auth/form-keys.ts";
import { LinkForm } from "../_auth/link-form.tsx";
import { refusalWords, t } from "../_auth/words.ts";

export const generateMetadata = (): Metadata => ({ title: t("forgotTitle") });

export default withWords(["auth"], ForgotPasswordPage);

async function ForgotPasswordPage() {
  const words = {
    ...wordsOf(t, linkKeys),
    ...(await refusalWords()),
    linkSentText: t("linkSentText", { email: "{email}" }),
  };
  return (
    <Entrance
      title={t("forgotTitle")}
      intro={t("forgotText")}
      footer={
        <p>
          <TextLink href="/sign-in">{t("backToSignIn")}</TextLink>
        </p>
      }
    >
      <LinkForm purpose="password" words={words} />
    </Entrance>
  );
}
