import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { withWords } from "#app/_i18n/with-words.tsx";
import { wordsOf } from "#app/_i18n/words.ts";
import { pageContext } from "#app/_trpc/server.ts";
import { Notice } from "#app/_ui/notice.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { ownPath } from "#server/single-sign-on/rules.ts";
import { Entrance } from "../_auth/entrance.tsx";
import { passkeyKeys, signInKeys } from "../_auth/form-keys.ts";
import { PasskeyButton } from "../_auth/passkey-button.tsx";
import { SignInForm } from "../_auth/sign-in-form.tsx";
import { refusalWords, t } from "../_auth/words.ts";

export const generateMetadata = (): Metadata => ({ title: t("signInTitle") });

type Props = { searchParams: Promise<{ next?: string | string[]; saved?: string; password?: string }> };

export default withWords(["auth"], SignInPage);

async function SignInPage({ searchParams }: Props) {
  const { next: wanted, saved, password } = await searchParams;
  const next = ownPath(wanted);
  const { user } = await pageContext();
  if (user) redirect(next);
  const refusals = await refusalWords();
  return (
    <Entrance
      title={t("signInTitle")}
      footer={
        <>
          <p>
            <TextLink href="/sign-in/link">{t("linkByMail")}</TextLink>
          </p>
          <p>
            <TextLink href={`/sign-in/company?next=${next}`}>{t("byCompany")}</TextLink>
          </p>
          <p>
            <TextLink href="/forgot-password">{t("forgot")}</TextLink>
          </p>
          <p>
            {t("noAccount")} <TextLink href="/sign-up">{t("createWorkspace")}</TextLink>
          </p>
        </>
      }
    >
      {saved !== undefined && (
        <div className="mb-6">
          <Notice tone="ok" title={t("passwordSaved")} live />
        </div>
      )}
      <SignInForm
        next={next}
        looks={password === undefined}
        words={{ ...wordsOf(t, signInKeys), ...refusals }}
      />
      <PasskeyButton next={next} words={{ ...wordsOf(t, passkeyKeys), ...refusals }} />
    </Entrance>
  );
}
