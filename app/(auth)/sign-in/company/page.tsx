import type { Metadata } from "next";
import { withWords } from "#app/_i18n/with-words.tsx";
import { wordsOf } from "#app/_i18n/words.ts";
import { Notice } from "#app/_ui/notice.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { ownPath, refusals } from "#server/single-sign-on/rules.ts";
import { CompanySignInForm } from "../../_auth/company-sign-in-form.tsx";
import { Entrance } from "../../_auth/entrance.tsx";
import { companySignInKeys } from "../../_auth/form-keys.ts";
import { refusalWords, t } from "../../_auth/words.ts";

export const generateMetadata = (): Metadata => ({ title: t("companyTitle") });

type Props = { searchParams: Promise<{ next?: string | string[]; problem?: string | string[] }> };

export default withWords(["auth"], CompanySignInPage);

/** The way to a company's own sign-in, and what is said of one that did not work. */
async function CompanySignInPage({ searchParams }: Props) {
  const { next, problem } = await searchParams;
  const known = problems.find((one) => one === problem);
  return (
    <Entrance
      title={t("companyTitle")}
      intro={t("companyText")}
      footer={
        <p>
          <TextLink href="/sign-in?password">{t("backToSignIn")}</TextLink>
        </p>
      }
    >
      {known && (
        <div className="mb-6">
          <Notice tone="warn" title={t("problemTitle")}>
            {t(`companyProblem.${known}`)}
          </Notice>
        </div>
      )}
      <CompanySignInForm
        next={ownPath(next)}
        words={{ ...wordsOf(t, companySignInKeys), ...(await refusalWords()) }}
      />
    </Entrance>
  );
}

const problems = ["again", "declined", "provider", ...refusals] as const;
