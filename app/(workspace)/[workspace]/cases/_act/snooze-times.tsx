"use client";

import { useQuery } from "@tanstack/react-query";
import { Clock, Reply } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Failure } from "#app/_ui/failure.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Icon } from "#app/_ui/icon.tsx";
import { panelItemClass } from "#app/_ui/panel-item-class.ts";
import { TextInput } from "#app/_ui/text-input.tsx";
import { dayShort, timeOfDay } from "../until.ts";
import { words } from "../words.ts";
import { focusFirst } from "./focus-first.ts";
import { useActing } from "./use-acting.ts";

type SnoozeTimesProps = {
  /** Returns what stood against it, in words, or null. */
  choose(until: string): Promise<string | null>;
  /** What is done with a time of one's own. */
  submit: string;
};

/** Until when to sleep: times said exactly, the customer's reply, or a time of one's own. */
export function SnoozeTimes({ choose, submit }: SnoozeTimesProps) {
  const t = words();
  const { workspace } = useActing();
  const [failed, setFailed] = useState<{ own: boolean; why: string } | null>(null);
  const offer = useQuery(useTRPC().case.snoozes.queryOptions({ workspace }, { staleTime: 0, gcTime: 0 }));

  async function snooze(until: string, own = false) {
    const why = await choose(until);
    setFailed(why === null ? null : { own, why });
  }

  if (!offer.data) return <p className="text-muted">{offer.error?.message ?? t("snooze.loading")}</p>;
  const { presets, timezone } = offer.data;
  return (
    <div className="grid gap-4">
      {failed && !failed.own && <Failure>{failed.why}</Failure>}
      <ul ref={focusFirst}>
        {presets.map(({ kind, at }) => {
          const when = new Date(at);
          return (
            <li key={kind}>
              <button type="button" className={panelItemClass} onClick={() => snooze(when.toISOString())}>
                <Icon of={Clock} />
                {t(`snooze.${kind}`, { time: timeOfDay(when, timezone), day: dayShort(when, timezone) })}
              </button>
            </li>
          );
        })}
        <li>
          <button type="button" className={panelItemClass} onClick={() => snooze("reply")}>
            <Icon of={Reply} />
            {t("snooze.reply")}
          </button>
        </li>
      </ul>
      <OwnTime
        timezone={timezone}
        error={failed?.own ? failed.why : undefined}
        submit={submit}
        snooze={(until) => void snooze(until, true)}
      />
    </div>
  );
}

type OwnTimeProps = {
  timezone: string;
  error: string | undefined;
  submit: string;
  snooze(until: string): void;
};

function OwnTime({ timezone, error, submit, snooze }: OwnTimeProps) {
  const t = words();
  const [text, setText] = useState("");
  function choose(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation(); // React's events leave a dialog for the form around it.
    snooze(text);
  }
  return (
    <form onSubmit={choose} className="grid gap-3 border-t border-line pt-4">
      <Field name="until" label={t("snooze.own")} hint={t("snooze.ownHint", { timezone })} error={error}>
        {(control) => (
          <TextInput
            {...control}
            type="datetime-local"
            required
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" className="justify-self-start">
        {submit}
      </Button>
    </form>
  );
}
