import type { Metadata } from "next";
import { wordsOf } from "#app/_i18n/words.ts";
import { TextLink } from "#app/_ui/text-link.tsx";
import { Entrance } from "../../_auth/entrance.tsx";
import { resetKeys } from "../../_auth/form-keys.ts";
import { ResetForm } from "../../_auth/reset-form.tsx";
import { refusalWords, t } from "../../_auth/words.ts";

export const metadata: Metadata = { title: t("resetTitle"), referrer: "no-referrer" };

/** Shows the form whatever the token is worth: opening a link says nothing about it and uses nothing up. */
export default async function ResetPasswordPage({ params }: { params: Promise<{ token: string }> }) {
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
