import type { Metadata } from "next";
import { withWords } from "#app/_i18n/with-words.tsx";
import { read } from "#app/_trpc/server.ts";
import { Button } from "#app/_ui/button.tsx";
import { LinkButton } from "#app/_ui/link-button.tsx";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { Section } from "#app/_ui/section.tsx";
import { Select } from "#app/_ui/select.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { shiftedDays } from "#server/dashboard/rules.ts";
import { FiguresView } from "#server/follow-up/schema.ts";
import { withQuery } from "#server/response/address.ts";
import { dayInWords, daysInWords } from "../../dashboard/words.ts";
import { figuresAddress, type Shown } from "../figures/view.ts";
import { Whole } from "../figures/whole.tsx";
import { words as ofFigures } from "../figures/words.ts";
import { reasonInWords } from "../reason.ts";
import { words } from "../words.ts";
import { People } from "./people.tsx";
import { PrintButton } from "./print-button.tsx";
import { Promised } from "./promised.tsx";
import { TakeOn } from "./take-on.tsx";
import { t } from "./words.ts";

export const generateMetadata = (): Metadata => ({ title: t("link") });

export default withWords(["huddle"], HuddlePage);

/** A team's week on paper: its figures, whom to call, what was said, and lines for what it takes on. */
async function HuddlePage({ params, searchParams }: PageProps<"/[workspace]/cases/huddle">) {
  const { workspace } = await params;
  const view = FiguresView.parse({ period: "7d", ...(await searchParams) });
  const { figures, waiting, promised, unsolved, unhappy, happy } = await read((api) =>
    api.followUp.huddle({ workspace, ...view }),
  );
  const { days, known } = figures;
  const shown: Shown = { workspace, view, found: figures };
  const team = known.find(({ id }) => id === view.team)?.name ?? t("everybody");
  const here = `/${workspace}/cases/huddle`;
  const now = new Date();
  const shifted = (by: -1 | 1) => withQuery(here, { team: view.team }, shiftedDays(days, by) ?? {});
  const nobody = ofFigures()("figure.somebody");

  return (
    <>
      <p className="mb-2 hidden text-sm text-muted print:block">
        {t("printed", { workspace: figures.workspace.name, day: dayInWords(figures.today) })}
      </p>
      <PageHeader
        back={
          <span className="print:hidden">
            <TextLink href={figuresAddress(workspace, view)}>{ofFigures()("title")}</TextLink>
          </span>
        }
        title={t("title", { team })}
        status={t("status", { days: days.from && days.to ? daysInWords(days.from, days.to) : "" })}
        actions={
          <>
            <LinkButton href={shifted(-1)}>{t("earlier")}</LinkButton>
            <LinkButton href={shifted(1)}>{t("later")}</LinkButton>
            <PrintButton />
          </>
        }
      />
      {known.length > 0 && (
        <form action={here} className="mt-5 flex max-w-sm gap-2 print:hidden">
          {Object.entries(view.from ? days : {}).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Select name="team" aria-label={ofFigures()("team")} defaultValue={view.team ?? ""}>
            <option value="">{ofFigures()("everyTeam")}</option>
            {known.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
          <Button type="submit">{ofFigures()("show")}</Button>
        </form>
      )}
      <Section title={t("figures")}>
        <Whole {...shown} />
      </Section>
      <People
        title={t("waiting.title")}
        none={t("waiting.none")}
        note={waiting.length > 0 ? t("waiting.more", { n: figures.standing.open }) : undefined}
        rows={waiting.map((one) => ({
          ...{ key: one.id, href: `/${workspace}/cases/${one.id}`, score: one.score, locale: one.locale },
          ...{ name: one.contactName ?? one.contactEmail ?? nobody, company: one.accountName },
          comment: one.comment,
          when: `${reasonInWords(one, now, figures.workspace.timezone)} · ${one.assigneeName ?? words()("unassigned")}`,
        }))}
      />
      <Promised
        workspace={workspace}
        promised={promised}
        ofAll={view.team === undefined}
        now={now}
        timezone={figures.workspace.timezone}
      />
      <People
        title={t("unsolved.title")}
        none={t("unsolved.none")}
        rows={unsolved.map((one) => ({
          ...{ key: one.caseId, href: `/${workspace}/cases/${one.caseId}`, score: one.score },
          ...{ name: one.name ?? nobody, company: one.company, comment: one.comment, locale: one.locale },
          when: t(`unsolved.${one.answer}`),
        }))}
      />
      {[{ part: "unhappy", answers: unhappy } as const, { part: "happy", answers: happy } as const].map(
        ({ part, answers }) => (
          <People
            key={part}
            title={t(`${part}.title`)}
            none={t(`${part}.none`)}
            rows={answers.map((one) => ({
              ...{ key: one.id, href: `/${workspace}/responses/${one.id}`, score: one.score },
              ...{ name: one.contactName ?? one.contactEmail ?? nobody, company: one.accountName },
              ...{ comment: one.comment, locale: one.locale, when: null },
            }))}
          />
        ),
      )}
      <TakeOn />
    </>
  );
}
