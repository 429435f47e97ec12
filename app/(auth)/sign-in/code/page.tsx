import type { Metadata } from "next";
import { withWords } from "#app/_i18n/with-words.tsx";
import { wordsOf } from "#app/_i18n/words.ts";
import { TextLink } from "#app/_ui/text-link.tsx";
import { ownPath } from "#server/single-sign-on/rules.ts";
import { CodeForm } from "../../_auth/code-form.tsx";
import { Entrance } from "../../_auth/entrance.tsx";
import { codeKeys } from "../../_auth/form-keys.ts";
import { refusalWords, t } from "../../_auth/words.ts";

export const generateMetadata = (): Metadata => ({ title: t("codeTitle") });

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default withWords(["auth"], CodePage);

/** The second factor, after the first was right. */
async function CodePage({ searchParams }: Props) {
  const next = ownPath((await searchParams).next);
  return (
    <Entrance
      title={t("codeTitle")}
      intro={t("codeText")}
      footer={
        <p>
          <TextLink href="/sign-in">{t("backToSignIn")}</TextLink>
        </p>
      }
    >
      <CodeForm next={next} words={{ ...wordsOf(t, codeKeys), ...(await refusalWords()) }} />
    </Entrance>
  );
}
