import { KeyValueList } from "#app/_ui/key-value-list.tsx";
import type { listWorkingTimes } from "#server/working-time/queries.ts";
import { sayDay, sayExample, sayWeek } from "./in-words.ts";
import { t } from "./words.ts";

export type Described = Awaited<ReturnType<typeof listWorkingTimes>>["workspace"];

/** A working time in words: hours, place, holidays, the next closed days, and what it makes of a due time. */
export function TimeSummary({ time }: { time: Described }) {
  const { own, next } = time;
  const country = own?.calendar && t(`calendars.${own.calendar}`);
  const holidays = own?.customary && country ? t("withCustomary", { country }) : country;
  return (
    <KeyValueList
      items={[
        { term: t("hours"), value: <Lines of={sayWeek(time.week)} /> },
        { term: t("timezone"), value: time.timezone },
        { term: t("calendar"), value: holidays ?? t("noCalendar") },
        {
          term: t("next"),
          value:
            next.length > 0 ? (
              <Lines of={next.map(({ day, name }) => `${sayDay(day)} · ${name}`)} />
            ) : (
              t("nextNone")
            ),
        },
        { term: t("due"), value: sayExample(time) },
      ]}
    />
  );
}

function Lines({ of: lines }: { of: string[] }) {
  return (
    <ul className="grid gap-0.5">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
