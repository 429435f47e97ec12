import type { Metadata } from "next";
import { withWords } from "#app/_i18n/with-words.tsx";
import { wordsOf } from "#app/_i18n/words.ts";
import { TextLink } from "#app/_ui/text-link.tsx";
import { Entrance } from "../../_auth/entrance.tsx";
import { resetKeys } from "../../_auth/form-keys.ts";
import { ResetForm } from "../../_auth/reset-form.tsx";
import { refusalWords, t } from "../../_auth/words.ts";

export const generateMetadata = (): Metadata => ({ title: t("resetTitle"), referrer: "no-referrer" });

export default withWords(["auth"], ResetPasswordPage);

/** Shows the form whatever the token is worth: opening a link says nothing about it and uses nothing up. */
async function ResetPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  return (
    <Entrance
      title={t("resetTitle")}
      intro={t("resetText")}
      footer={
        <p>
          <TextLink href="/forgot-password">{t("sendLink")}</TextLink>
        </p>
      }
    >
      <ResetForm token={token} words={{ ...wordsOf(t, resetKeys), ...(await refusalWords()) }} />
    </Entrance>
  );
}
