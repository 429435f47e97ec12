"use client";

import { useState } from "react";
import { problemAt } from "#app/_form/problems.ts";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { Field } from "#app/_ui/field.tsx";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import type { SendingHours, Timing } from "#server/campaign/schema.ts";
import { t } from "../../_campaigns/words.ts";
import { HoursFields } from "./hours-fields.tsx";
import { PaceFields } from "./pace-fields.tsx";
import { ReminderFields } from "./reminder-fields.tsx";
import { StepForm } from "./step-form.tsx";
import { useDraft } from "./use-draft.ts";

type WhenFieldsProps = {
  workspace: string;
  id: string;
  timezone: string;
  sendAt: string | null;
  earliest: string;
  hours: SendingHours | null;
  timing: Timing;
  reminderDays: number | null;
};

/** Weekday mornings, as PRODUCT.md has it. */
const usualHours: SendingHours = { days: [1, 2, 3, 4, 5], from: 8, to: 11 };

const ways = ["now", "later", "drip", "recurring", "event"] as const;
type Way = (typeof ways)[number];

const usualTiming: Record<Way, Timing> = {
  now: { kind: "once" },
  later: { kind: "once" },
  drip: { kind: "drip", days: 5 },
  recurring: { kind: "recurring", every: 3, unit: "month" },
  event: { kind: "event", type: "order.delivered", delayHours: 24 },
};

/** At once, later, spread over days, in waves or after events; and whether only during some hours of the day. */
export function WhenFields(props: WhenFieldsProps) {
  const { workspace, id, timezone, sendAt, earliest, hours: saved } = props;
  const draft = useDraft(workspace, id);
  const [timing, setTiming] = useState(props.timing);
  const [way, setWay] = useState<Way>(wayOf(props.timing, sendAt));
  const [at, setAt] = useState(sendAt ?? "");
  const [hours, setHours] = useState(saved);
  const [reminderDays, setReminderDays] = useState(props.reminderDays);

  function changeWay(value: string) {
    const next = ways.find((one) => one === value) ?? "now";
    const nextTiming = usualTiming[next];
    const nextHours =
      nextTiming.kind === timing.kind ? hours : nextTiming.kind === "once" ? null : usualHours;
    setWay(next);
    setTiming(nextTiming);
    setHours(nextHours);
    draft.change({
      timing: nextTiming,
      sendingHours: nextHours,
      ...(next === "now" ? { sendAt: null } : at ? { sendAt: at } : {}),
    });
  }
  function changeHours(next: SendingHours | null) {
    setHours(next);
    draft.change({ sendingHours: next });
  }
  const problemOf = (field: string) =>
    draft.problems.find(({ fieldId }) => fieldId?.startsWith(field))?.message;
  const begins = timing.kind !== "once";

  return (
    <StepForm here={`/${workspace}/campaigns/${id}`} step="when" draft={draft}>
      <RadioGroup
        name="when"
        legend={t("when.legend")}
        value={way}
        onValueChange={changeWay}
        options={[
          { value: "now", label: t("when.now") },
          { value: "later", label: t("when.later"), hint: t("when.laterHint") },
          { value: "drip", label: t("when.drip"), hint: t("when.dripHint") },
          { value: "recurring", label: t("when.recurring"), hint: t("when.recurringHint") },
          { value: "event", label: t("when.event"), hint: t("when.eventHint") },
        ]}
      />
      <PaceFields
        key={timing.kind}
        timing={timing}
        problem={problemOf("timing")}
        onChange={(next) => {
          setTiming(next);
          draft.change({ timing: next });
        }}
      />
      {way !== "now" && (
        <Field
          name="sendAt"
          label={t(begins ? "when.begins" : "when.at")}
          hint={t(begins ? "when.beginsZone" : "when.zone", { timezone })}
          error={problemAt(draft.problems, "sendAt")}
        >
          {(control) => (
            <TextInput
              {...control}
              type="datetime-local"
              min={earliest}
              value={at}
              className="max-w-60"
              onChange={({ target: { value } }) => {
                setAt(value);
                if (value || begins) draft.change({ sendAt: value || null });
              }}
            />
          )}
        </Field>
      )}
      <Checkbox
        label={t("when.hours")}
        hint={t("when.hoursHint")}
        checked={hours !== null}
        onChange={(event) => changeHours(event.target.checked ? (saved ?? usualHours) : null)}
      />
      {hours && <HoursFields hours={hours} problem={problemOf("sendingHours")} onChange={changeHours} />}
      <ReminderFields
        days={reminderDays}
        problem={problemOf("reminderDays")}
        onChange={(next) => {
          setReminderDays(next);
          draft.change({ reminderDays: next });
        }}
      />
    </StepForm>
  );
}

function wayOf(timing: Timing, sendAt: string | null): Way {
  if (timing.kind !== "once") return timing.kind;
  return sendAt === null ? "now" : "later";
}
