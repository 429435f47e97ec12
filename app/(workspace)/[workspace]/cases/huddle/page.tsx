import type { Metadata } from "next";
import { read } from "#app/_trpc/server.ts";
import { LinkButton } from "#app/_ui/link-button.tsx";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { Section } from "#app/_ui/section.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { AnswerRow } from "#app/(workspace)/_nps/answer-row.tsx";
import { shiftedDays } from "#server/dashboard/rules.ts";
import { FiguresView } from "#server/follow-up/schema.ts";
import { groupOf } from "#server/nps/groups.ts";
import { withQuery } from "#server/response/address.ts";
import { dayInWords, daysInWords } from "../../dashboard/words.ts";
import { figuresAddress, type Shown } from "../figures/view.ts";
import { Whole } from "../figures/whole.tsx";
import { words as ofFigures } from "../figures/words.ts";
import { reasonInWords } from "../reason.ts";
import { words } from "../words.ts";
import { PrintButton } from "./print-button.tsx";
import { TakeOn } from "./take-on.tsx";
import { t } from "./words.ts";

export const metadata: Metadata = { title: t("link") };

/** A team's week on paper: its figures, whom to call, what was said, and lines for what it takes on. */
export default async function HuddlePage({ params, searchParams }: PageProps<"/[workspace]/cases/huddle">) {
  const { workspace } = await params;
  const view = FiguresView.parse({ period: "7d", ...(await searchParams) });
  const { figures, waiting, unsolved, unhappy, happy } = await read((api) =>
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

type Person = {
  key: string;
  href: string;
  score: number | null;
  name: string;
  company: string | null;
  comment: string | null;
  locale: string | null;
  when: string | null;
};

function People({
  title,
  none,
  note,
  rows,
}: {
  title: string;
  none: string;
  note?: string | undefined;
  rows: Person[];
}) {
  return (
    <Section title={title} space="rule">
      {note && <p className="mb-2 text-sm text-muted">{note}</p>}
      {rows.length === 0 ? (
        <p className="text-muted">{none}</p>
      ) : (
        <ul>
          {rows.map(({ key, score, name, company, comment, locale, when, href }) => {
            const group = score === null ? undefined : groupOf(score);
            return (
              <AnswerRow
                key={key}
                group={group}
                groupLabel={group && words()(`group.${group}`)}
                score={score ?? undefined}
                name={name}
                company={company ?? undefined}
                href={href}
                when={when ?? undefined}
                comment={comment ?? undefined}
                commentLang={locale ?? undefined}
                lines={3}
              />
            );
          })}
        </ul>
      )}
    </Section>
  );
}
