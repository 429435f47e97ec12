"use client";

import { useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { Combobox } from "#app/_ui/combobox.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Textarea } from "#app/_ui/textarea.tsx";
import type { getCaseFrame } from "#server/case/frame.ts";
import { isFoundBy, namedExactly, pathOf } from "#server/cause/rules.ts";
import { words } from "../words.ts";
import type { AskWhether } from "./recovery.ts";

type CloseFieldsProps = {
  ask: AskWhether;
  /** The causes that are offered, and how the member closed a case last. */
  frame: Pick<Awaited<ReturnType<typeof getCaseFrame>>, "causes" | "lastClosing">;
};

/** Why a case had come, how it ended, both as last time if one likes, and whether its customer is asked later. */
export function CloseFields({ ask, frame }: CloseFieldsProps) {
  const t = words();
  const { causes, lastClosing } = frame;
  const [causeId, setCauseId] = useState<string | null>(null);
  const [outcome, setOutcome] = useState("");
  const offered = causes.map((cause) => ({
    ...cause,
    label: pathOf(cause),
    indented: cause.parent !== null,
  }));
  const option = (id: string | null | undefined) => offered.find((one) => one.id === id) ?? null;
  const last = option(lastClosing?.causeId);
  return (
    <>
      <Field name="causeId" label={t("close.cause")} hint={t("close.causeHint")}>
        {(control) => (
          <Combobox
            control={control}
            chosen={option(causeId)}
            onChoose={(one) => setCauseId(one?.id ?? null)}
            find={(typed) => offered.filter((one) => isFoundBy(one, typed))}
            exactly={(typed) => option(namedExactly(offered, typed)?.id) ?? undefined}
            words={{ list: t("close.causes"), none: t("close.causeNone"), unknown: t("close.causeUnknown") }}
          />
        )}
      </Field>
      {lastClosing && last && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
          <Button
            size="small"
            onClick={() => {
              setCauseId(last.id);
              setOutcome(lastClosing.outcome);
            }}
          >
            {t("close.asLast")}
          </Button>
          <span>{last.label}</span>
        </p>
      )}
      <Field name="outcome" label={t("close.outcome")} hint={t("close.outcomeHint")}>
        {(control) => (
          <Textarea
            {...control}
            required
            maxLength={500}
            value={outcome}
            onChange={({ target }) => setOutcome(target.value)}
          />
        )}
      </Field>
      {ask && "question" in ask && (
        <Checkbox name="ask" value="yes" defaultChecked label={ask.question} hint={t("recovery.askHint")} />
      )}
      {ask && "refusal" in ask && <p className="text-sm text-muted">{ask.refusal}</p>}
    </>
  );
}

/** What was filled in there. */
export const closingOf = (form: FormData) => ({
  causeId: String(form.get("causeId")),
  outcome: String(form.get("outcome")),
  askRecovery: form.has("ask"),
});
