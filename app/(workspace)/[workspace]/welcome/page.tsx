import type { Metadata } from "next";
import { read } from "#app/_trpc/server.ts";
import { LinkButton } from "#app/_ui/link-button.tsx";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { appTranslator } from "#server/i18n/translate-app.ts";
import { StepCard } from "./step-card.tsx";
import { countDone, stepNames, stepsDone } from "./steps.ts";

const t = appTranslator("welcome");

export const generateMetadata = (): Metadata => ({ title: t("title") });

/** The first steps, each with what is there already. */
export default async function WelcomePage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const setUp = await read((api) => api.workspace.setUp({ workspace }));
  const done = stepsDone(setUp);
  const next = stepNames.find((name) => !done[name]);
  const to = (place: string) => `/${workspace}/${place}`;
  return (
    <>
      <PageHeader title={t("heading")} status={t("status", { done: countDone(done) })} />
      <ol className="mt-8 max-w-2xl border-t border-line">
        <StepCard
          number={1}
          done={done.survey}
          next={next === "survey"}
          title={t("surveyTitle")}
          text={done.survey ? t("surveyDone", { count: setUp.surveys }) : t("surveyText")}
        >
          <LinkButton href={to("surveys")} variant={next === "survey" ? "primary" : "secondary"}>
            {t("surveys")}
          </LinkButton>
        </StepCard>
        <StepCard
          number={2}
          done={done.contacts}
          next={next === "contacts"}
          title={t("contactsTitle")}
          text={done.contacts ? t("contactsDone", { count: setUp.contacts }) : t("contactsText")}
        >
          {done.contacts ? (
            <LinkButton href={to("contacts")}>{t("contacts")}</LinkButton>
          ) : (
            <LinkButton
              href={to("imports?kind=contacts")}
              variant={next === "contacts" ? "primary" : "secondary"}
            >
              {t("contactsImport")}
            </LinkButton>
          )}
        </StepCard>
        <StepCard
          number={3}
          done={done.test}
          next={next === "test"}
          title={t("testTitle")}
          text={setUp.tested ? t("testDone") : t("testText")}
        >
          <LinkButton href={to("campaigns/new")} variant={next === "test" ? "primary" : "secondary"}>
            {t("campaign")}
          </LinkButton>
        </StepCard>
        <StepCard
          number={4}
          done={done.send}
          next={next === "send"}
          title={t("sendTitle")}
          text={done.send ? t("sendDone", { count: setUp.campaigns }) : t("sendText")}
        >
          <LinkButton href={to("campaigns")} variant={next === "send" ? "primary" : "secondary"}>
            {t("campaigns")}
          </LinkButton>
        </StepCard>
      </ol>
    </>
  );
}
