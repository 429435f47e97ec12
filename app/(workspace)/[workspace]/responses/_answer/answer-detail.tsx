import type { ReactNode } from "react";
import { KeyValueList } from "#app/_ui/key-value-list.tsx";
import { Moment } from "#app/_ui/moment.tsx";
import { Notice } from "#app/_ui/notice.tsx";
import { ChosenDrivers } from "#app/(workspace)/_nps/chosen-drivers.tsx";
import { CustomerQuote } from "#app/(workspace)/_nps/customer-quote.tsx";
import { GroupMark } from "#app/(workspace)/_nps/group-mark.tsx";
import { Marked } from "#app/(workspace)/_nps/marked.tsx";
import type { evidenceOf } from "#server/evidence/queries.ts";
import { groupOf } from "#server/nps/groups.ts";
import type { getResponse } from "#server/response/get.ts";
import type { findThanks } from "#server/thanks/queries.ts";
import { words } from "../words.ts";
import { AnswerChanges } from "./answer-changes.tsx";
import { AnswerFacts } from "./answer-facts.tsx";
import { CaseOfAnswer } from "./case-of-answer.tsx";
import { OtherAnswers } from "./other-answers.tsx";
import type { Sent } from "./sent.ts";

export type FoundAnswer = Sent<Awaited<ReturnType<typeof getResponse>>>;
export type SeenOfAnswer = Sent<Awaited<ReturnType<typeof evidenceOf>>>;
export type ThanksOfAnswer = Sent<Awaited<ReturnType<typeof findThanks>>>;

export type AnswerDetailProps = {
  workspace: string;
  found: FoundAnswer;
  seen: SeenOfAnswer;
  thanks: ThanksOfAnswer;
  timeZone: string;
  mayOpenCases: boolean;
  /** The headings' level: 2 on a page, 3 under a title of its own. */
  level: 2 | 3;
};

/** Who answered, as a title. */
export function titleOf({ contactName, contactEmail, accountName }: FoundAnswer): string {
  const name = contactName ?? contactEmail ?? words()("anonymous");
  return accountName ? `${name} · ${accountName}` : name;
}

/** The score and when it came, in one line. */
export function ScoreAndTime({
  found: { response },
  timeZone,
}: Pick<AnswerDetailProps, "found" | "timeZone">) {
  const group = groupOf(response.score);
  return (
    <span className="inline-flex items-baseline gap-2">
      <GroupMark group={group} score={response.score} label={words()(`one.${group}`)} />{" "}
      <Moment at={new Date(response.answeredAt)} timeZone={timeZone} />
    </span>
  );
}

/** Everything about one answer: the words, its case, what was changed, how we know, and what the customer said besides. */
export function AnswerDetail(props: AnswerDetailProps) {
  const { workspace, found, timeZone, mayOpenCases, level } = props;
  const t = words();
  const { response } = found;
  const moment = (at: string): ReactNode => <Moment at={new Date(at)} timeZone={timeZone} />;
  const attributes = Object.entries(response.attributes);
  return (
    <>
      {response.withdrawnAt && (
        <div className="mt-6">
          <Notice title={t("withdrawn")}>{moment(response.withdrawnAt)}</Notice>
        </div>
      )}
      <div className="mt-6 grid gap-4">
        {response.comment ? (
          <CustomerQuote lang={response.locale}>
            <Marked text={response.comment} spans={found.marks?.comment} />
          </CustomerQuote>
        ) : (
          <p className="text-muted">{t("noComment")}</p>
        )}
        <ChosenDrivers drivers={found.drivers} label={t("drivers")} />
        <CaseOfAnswer workspace={workspace} found={found} mayOpenCases={mayOpenCases} />
      </div>
      <AnswerChanges found={found} moment={moment} level={level} />
      <AnswerFacts {...props} moment={moment} />
      {attributes.length > 0 && (
        <details className="mt-4 max-w-2xl">
          <summary className="rounded-mark text-sm font-medium text-muted">{t("attributes")}</summary>
          <div className="mt-2">
            <KeyValueList items={attributes.map(([term, value]) => ({ term, value }))} />
          </div>
        </details>
      )}
      <OtherAnswers workspace={workspace} found={found} moment={moment} level={level} />
    </>
  );
}

export type PartProps = Pick<AnswerDetailProps, "found" | "level"> & { moment(at: string): ReactNode };
