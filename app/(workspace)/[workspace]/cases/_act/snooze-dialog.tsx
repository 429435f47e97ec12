"use client";

import { useQuery } from "@tanstack/react-query";
import { Clock, Reply } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Icon } from "#app/_ui/icon.tsx";
import { panelItemClass } from "#app/_ui/panel-item-class.ts";
import { TextInput } from "#app/_ui/text-input.tsx";
import { dayShort, timeOfDay } from "../until.ts";
import { words } from "../words.ts";
import type { ActDialogProps } from "./acting.tsx";
import { focusFirst } from "./focus-first.ts";

/** Until when the cases sleep: times said exactly, the customer's reply, or a time of one's own. */
export function SnoozeDialog({ asked, onClose, choose, workspace }: ActDialogProps & { workspace: string }) {
  const t = words();
  const [error, setError] = useState<string | null>(null);
  const offer = useQuery(useTRPC().case.snoozes.queryOptions({ workspace }, { staleTime: 0, gcTime: 0 }));
  const snooze = async (until: string) => setError(await choose({ kind: "snooze", until }));

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("snooze.title", { n: asked.cases.length, name: asked.cases[0]?.name ?? "" })}
      description={t("snooze.text", { n: asked.cases.length })}
      closeLabel={t("snooze.cancel")}
    >
      {offer.data ? (
        <div className="grid gap-4">
          <ul ref={focusFirst}>
            {offer.data.presets.map(({ kind, at }) => {
              const when = new Date(at);
              const { timezone } = offer.data;
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
          <OwnTime timezone={offer.data.timezone} error={error} snooze={snooze} />
        </div>
      ) : (
        <p className="text-muted">{offer.error?.message ?? t("snooze.loading")}</p>
      )}
    </Dialog>
  );
}

type OwnTimeProps = { timezone: string; error: string | null; snooze(until: string): Promise<void> };

function OwnTime({ timezone, error, snooze }: OwnTimeProps) {
  const t = words();
  const [text, setText] = useState("");
  function submit(event: FormEvent) {
    event.preventDefault();
    void snooze(text);
  }
  return (
    <form onSubmit={submit} className="grid gap-3 border-t border-line pt-4">
      <Field
        name="until"
        label={t("snooze.own")}
        hint={t("snooze.ownHint", { timezone })}
        error={error ?? undefined}
      >
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
        {t("snooze.submit")}
      </Button>
    </form>
  );
}
