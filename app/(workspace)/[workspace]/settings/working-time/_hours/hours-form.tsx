"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { problemAt, problemsOf, typed } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Fieldset } from "#app/_ui/fieldset.tsx";
import { Select } from "#app/_ui/select.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { toast } from "#app/_ui/toast.ts";
import type { Calendar, Weekday } from "#server/working-time/schema.ts";
import { shared, t } from "./words.ts";

type HoursFormProps = {
  workspace: string;
  /** Null: the workspace's own. */
  teamId: string | null;
  zoneOfWorkspace: string;
  timeZones: readonly string[];
  calendars: readonly { value: Calendar; label: string }[];
  /** The days of the week with their hours as one types them. */
  days: readonly { day: Weekday; hours: string }[];
  begin: { timezone: string | null; calendar: Calendar | null; customary: boolean };
};

/** When a workspace or a team works: the hours of each day, by whose clocks, and whose holidays are days off. */
export function HoursForm({ workspace, teamId, days, begin, ...offered }: HoursFormProps) {
  const router = useRouter();
  const set = useMutation(
    useTRPC().workingTime.set.mutationOptions({
      onSuccess() {
        toast.success(t("saved"));
        router.push(`/${workspace}/settings/working-time`);
        router.refresh();
      },
    }),
  );
  const problems = problemsOf(set.error, shared("unreachable"));

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const hours = Object.fromEntries(days.map(({ day }) => [day, typed(form, day)])) as Record<
      Weekday,
      string
    >;
    set.mutate({
      ...{ workspace, teamId, ...hours },
      timezone: typed(form, "timezone"),
      calendar: typed(form, "calendar") as Calendar | "",
      customary: form.has("customary"),
    });
  }

  return (
    <form method="post" noValidate onSubmit={save} className="grid gap-6">
      <ErrorSummary title={shared("formTitle")} errors={problems} />
      <Fieldset id="hours" legend={t("hours")} hint={t("hoursHint")}>
        <div className="mt-2 grid gap-4 sm:grid-cols-2">
          {days.map(({ day, hours }) => (
            <Field key={day} name={day} label={t(`days.${day}`)} error={problemAt(problems, day)}>
              {(control) => (
                <TextInput {...control} defaultValue={hours} autoComplete="off" className="self-end" />
              )}
            </Field>
          ))}
        </div>
      </Fieldset>
      {teamId && (
        <Field
          name="timezone"
          label={t("timezone")}
          hint={t("timezoneHint")}
          error={problemAt(problems, "timezone")}
        >
          {(control) => (
            <Select {...control} defaultValue={begin.timezone ?? ""}>
              <option value="">{t("zoneOfWorkspace", { zone: offered.zoneOfWorkspace })}</option>
              {offered.timeZones.map((zone) => (
                <option key={zone}>{zone}</option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <Field
        name="calendar"
        label={t("calendar")}
        hint={t("calendarHint")}
        error={problemAt(problems, "calendar")}
      >
        {(control) => (
          <Select {...control} defaultValue={begin.calendar ?? ""}>
            <option value="">{t("noCalendar")}</option>
            {offered.calendars.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Checkbox
        name="customary"
        value="yes"
        label={t("customary")}
        hint={t("customaryHint")}
        defaultChecked={begin.customary}
      />
      <SubmitButton pendingLabel={t("saving")} pending={set.isPending} className="justify-self-start">
        {t("save")}
      </SubmitButton>
    </form>
  );
}
