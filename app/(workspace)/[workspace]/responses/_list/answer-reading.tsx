"use client";

import { clsx } from "clsx";
import { Fragment, memo } from "react";
import { Moment } from "#app/_ui/moment.tsx";
import { CustomerQuote } from "#app/(workspace)/_nps/customer-quote.tsx";
import { GroupMark } from "#app/(workspace)/_nps/group-mark.tsx";
import { Marked } from "#app/(workspace)/_nps/marked.tsx";
import { groupOf } from "#server/nps/groups.ts";
import { words } from "../words.ts";
import { type Opening, OpeningLink } from "./opening-link.tsx";
import type { AnswerItem } from "./use-answers.ts";
import type { Windowed } from "./use-window.ts";

type ItemProps = {
  answer: AnswerItem;
  place: number;
  timeZone: string;
  opening: Opening;
  isOpen: boolean;
  isSelected: boolean;
  measure(item: Element | null): void;
};

type AnswerReadingProps = Omit<ItemProps, "answer" | "place" | "isOpen" | "isSelected" | "measure"> & {
  rows: readonly AnswerItem[];
  count: number | null;
  windowed: Windowed;
  selected: ReadonlySet<string>;
  openId: string | null;
};

/** What customers wrote, whole, one under the other. */
export function AnswerReading({ rows, count, windowed, selected, openId, ...item }: AnswerReadingProps) {
  return (
    <ol aria-label={words()("list")}>
      <Gap height={windowed.gapAfter(-1)} />
      {windowed.places.map((place) => {
        const answer = rows[place]!;
        return (
          <Fragment key={answer.id}>
            <Item
              {...item}
              answer={answer}
              place={place}
              measure={windowed.measure}
              isOpen={openId === answer.id}
              isSelected={selected.has(answer.id)}
            />
            <Gap height={windowed.gapAfter(place)} />
          </Fragment>
        );
      })}
    </ol>
  );
}

const Item = memo(function Item(props: ItemProps) {
  const { answer, place, timeZone, opening, isOpen, isSelected, measure } = props;
  const group = groupOf(answer.score);
  return (
    <li
      ref={measure}
      data-index={place}
      data-answer={answer.id}
      aria-posinset={place + 1}
      className={clsx(
        "relative border-t border-line px-3 py-5 hover:bg-sunken",
        isOpen && "bg-sunken",
        isSelected && "bg-brand-tint",
      )}
    >
      <CustomerQuote lang={answer.locale}>
        <Marked text={answer.comment ?? ""} spans={answer.marks?.comment} />
      </CustomerQuote>
      <p className="mt-2 flex flex-wrap items-baseline gap-x-3">
        <GroupMark group={group} score={answer.score} label={words()(`one.${group}`)} />
        <OpeningLink answer={answer} opening={opening} />
        {answer.accountName && (
          <span>
            <Marked text={answer.accountName} spans={answer.marks?.accountName} />
          </span>
        )}
        <span className="text-muted">
          <Moment at={new Date(answer.answeredAt)} timeZone={timeZone} />
        </span>
      </p>
    </li>
  );
});

function Gap({ height }: { height: number }) {
  return height > 0 ? <li aria-hidden="true" style={{ height }} /> : null;
}
