import type { ReactNode } from "react";
import { Link } from "#app/_ui/link.tsx";
import type { Group } from "#server/nps/groups.ts";
import { CustomerQuote } from "./customer-quote.tsx";
import { GroupMark } from "./group-mark.tsx";

type AnswerRowProps = {
  /** Of the score, with its name; without an answer there is none. */
  group?: Group;
  groupLabel?: string;
  score?: number;
  name: ReactNode;
  company?: string;
  /** The page of this answer, reached by the name. */
  href?: string;
  /** A `time` element or words. */
  when?: ReactNode;
  /** A `Chip` with the state of the case. */
  chip?: ReactNode;
  comment?: string;
  commentLang?: string;
  /** `ChosenDrivers`. */
  drivers?: ReactNode;
  lines?: 2 | 3;
};

/** One answer as a list item: mark, who, state, and the customer's words. */
export function AnswerRow({
  group,
  groupLabel,
  score,
  name,
  company,
  href,
  when,
  chip,
  drivers,
  ...quote
}: AnswerRowProps) {
  const who = <b className="font-bold">{name}</b>;
  return (
    <li className="grid grid-cols-[3.5rem_minmax(0,1fr)] items-baseline border-t border-line py-4 sm:grid-cols-[3.5rem_minmax(0,1fr)_auto]">
      {group ? <GroupMark group={group} score={score} label={groupLabel ?? ""} /> : <span />}
      <p>
        {href ? (
          <Link href={href} className="inline-block rounded-mark py-0.5 underline-offset-3 hover:underline">
            {who}
          </Link>
        ) : (
          who
        )}
        {company && ` · ${company}`}
        {when && <span className="text-muted"> · {when}</span>}
      </p>
      {chip && <div className="col-start-2 mt-1 sm:col-start-3 sm:mt-0 sm:pl-4">{chip}</div>}
      {quote.comment && (
        <div className="col-span-full mt-1 sm:col-span-1 sm:col-start-2">
          <CustomerQuote lang={quote.commentLang} lines={quote.lines}>
            {quote.comment}
          </CustomerQuote>
        </div>
      )}
      {drivers && <div className="col-span-full mt-2 sm:col-span-1 sm:col-start-2">{drivers}</div>}
    </li>
  );
}
