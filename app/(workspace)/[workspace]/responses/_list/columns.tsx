import type { ReactNode } from "react";
import { Link } from "#app/_ui/link.tsx";
import { Moment } from "#app/_ui/moment.tsx";
import { ChosenDrivers } from "#app/(workspace)/_nps/chosen-drivers.tsx";
import { GroupMark } from "#app/(workspace)/_nps/group-mark.tsx";
import { Marked } from "#app/(workspace)/_nps/marked.tsx";
import { groupOf } from "#server/nps/groups.ts";
import type { ColumnName } from "#server/response/rules.ts";
import { CaseShown } from "../_answer/case-shown.tsx";
import { words } from "../words.ts";
import { Excerpt } from "./excerpt.tsx";
import type { AnswerItem } from "./use-answers.ts";

export type Surroundings = {
  timeZone: string;
  now: Date;
  /** The name of the answer, as the link that opens it. */
  opening: ReactNode;
  /** The address of the list narrowed further. */
  narrowed(changes: Record<string, string>): string;
};

/** What a column shows of an answer. */
export function cellOf(column: ColumnName, answer: AnswerItem, around: Surroundings): ReactNode {
  const shown = column.startsWith("attribute:")
    ? answer.attributes[column.slice("attribute:".length)]
    : cells[column as Known](answer, around);
  return typeof shown === "string" ? <span className="inline-block py-0.5">{shown}</span> : shown;
}

/** A column's heading; an attribute is called by its name. */
export const headingOf = (column: ColumnName): string =>
  column.startsWith("attribute:") ? column.slice("attribute:".length) : words()(`columns.${column as Known}`);

/** The width of a column in rem; the comment takes what is left, and at least this. */
export const widthOf = (column: ColumnName): number => widths[column as Known] ?? 8;

type Known = Exclude<ColumnName, `attribute:${string}`>;

const widths: Record<Known, number> = {
  score: 4,
  comment: 16,
  contact: 9.5,
  company: 8.5,
  survey: 8,
  campaign: 8.5,
  touchpoint: 8,
  team: 8,
  employee: 9,
  reasons: 11,
  case: 10.5,
  received: 8.25,
  evidence: 8,
  channel: 7,
  language: 6,
  quote: 8.5,
};

const cells: Record<Known, (answer: AnswerItem, around: Surroundings) => ReactNode> = {
  score: ({ score }, { narrowed }) => (
    <Narrow href={narrowed({ score: String(score) })} name={words()("scoreIs", { score })}>
      <GroupMark group={groupOf(score)} score={score} label={words()(`one.${groupOf(score)}`)} />
    </Narrow>
  ),
  comment: (answer) => <Excerpt answer={answer} lines={2} />,
  contact: ({ version, channel }, { opening }) => {
    const note = noteOn(version, channel);
    return (
      <>
        {opening}
        {note && <span className="block text-muted">{note}</span>}
      </>
    );
  },
  company: ({ accountName, marks }) =>
    accountName && (
      <span className="inline-block py-0.5">
        <Marked text={accountName} spans={marks?.accountName} />
      </span>
    ),
  survey: ({ surveyId, surveyName }, { narrowed }) => (
    <Narrow href={narrowed({ survey: surveyId })}>{surveyName}</Narrow>
  ),
  campaign: ({ campaignId, campaignName }, { narrowed }) =>
    campaignId && <Narrow href={narrowed({ campaign: campaignId })}>{campaignName}</Narrow>,
  touchpoint: ({ touchpoint }, { narrowed }) =>
    touchpoint && <Narrow href={narrowed({ touchpoint })}>{touchpoint}</Narrow>,
  team: ({ teamId, teamName }, { narrowed }) =>
    teamId && <Narrow href={narrowed({ team: teamId })}>{teamName}</Narrow>,
  employee: ({ employee }, { narrowed }) =>
    employee && <Narrow href={narrowed({ employee })}>{employee}</Narrow>,
  reasons: ({ drivers }) => <ChosenDrivers drivers={drivers} label={words()("drivers")} />,
  case: (answer, { now }) => answer.case && <CaseShown one={answer.case} now={now} />,
  received: ({ answeredAt }, { narrowed, timeZone }) => {
    const day = new Intl.DateTimeFormat("en-CA", { timeZone }).format(new Date(answeredAt));
    return (
      <Narrow href={narrowed({ from: day, to: day })}>
        <Moment at={new Date(answeredAt)} timeZone={timeZone} />
      </Narrow>
    );
  },
  evidence: ({ evidence }) => words()(`evidenceIs.${evidence}`),
  channel: ({ channel }, { narrowed }) => (
    <Narrow href={narrowed({ channel })}>{words()(`channelIs.${channel}`)}</Narrow>
  ),
  language: ({ locale }, { narrowed }) => <Narrow href={narrowed({ language: locale })}>{locale}</Narrow>,
  quote: ({ quote }, { narrowed }) =>
    quote && <Narrow href={narrowed({ quotable: "yes" })}>{words()(`quote.${quote}`)}</Narrow>,
};

/** What somebody who reads a list must know of an answer: nobody asked for it, or it was changed. */
function noteOn(version: number, channel: AnswerItem["channel"]): string | null {
  if (channel === "link" || channel === "kiosk") return words()("notInvited");
  return version > 1 ? words()("changed") : null;
}

/** A value that narrows the list to it when it is followed. */
function Narrow({ href, name, children }: { href: string; name?: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      aria-label={name}
      className="relative z-10 inline-block rounded-mark py-0.5 underline-offset-3 hover:underline"
    >
      {children}
    </Link>
  );
}
