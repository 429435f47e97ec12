"use client";

import { dayText } from "#app/_i18n/format.ts";
import { Field } from "#app/_ui/field.tsx";
import { Select } from "#app/_ui/select.tsx";
import { choicesFor, type Months } from "#server/retention/rules.ts";
import type { KindShown } from "./retention-form.tsx";
import { sayPeriod, t } from "./words.ts";

type PeriodFieldProps = {
  shown: KindShown;
  months: Months;
  timeZone: string;
  onChange(months: Months): void;
};

/** For how long one kind is kept, what goes and what stays of it, and who set it. */
export function PeriodField({ shown, months, timeZone, onChange }: PeriodFieldProps) {
  const { kind, from, removes, set } = shown;
  const day = (at: Date) => dayText(at, timeZone);
  return (
    <div className="grid gap-x-8 gap-y-2 border-b border-line py-4 last:border-0 md:items-start md:grid-cols-[minmax(0,1fr)_14rem]">
      <Field name={kind} label={t(`kind.${kind}`)} hint={t(`about.${kind}`)}>
        {({ id, ...control }) => (
          <div className="mt-1 w-fit max-w-full">
            <Select
              {...control}
              id={id}
              value={months ?? ""}
              onChange={({ target }) => onChange(target.value === "" ? null : Number(target.value))}
            >
              <option value="">{t("keep")}</option>
              {choicesFor(kind).map((each) => (
                <option key={each} value={each}>
                  {sayPeriod(each)}
                </option>
              ))}
            </Select>
          </div>
        )}
      </Field>
      <div className="text-sm text-muted md:pt-6">
        {set && (
          <p>
            {set.by ? t("setBy", { name: set.by, date: day(set.at) }) : t("setOn", { date: day(set.at) })}
          </p>
        )}
        {from && <p className="mt-1">{t("from", { date: day(from), period: sayPeriod(removes) })}</p>}
      </div>
    </div>
  );
}
