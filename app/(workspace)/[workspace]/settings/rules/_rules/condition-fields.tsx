import { X } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Field } from "#app/_ui/field.tsx";
import { IconButton } from "#app/_ui/icon-button.tsx";
import { Select } from "#app/_ui/select.tsx";
import type { Offered } from "#server/rule/list-offered.ts";
import type { Condition, ConditionKind } from "#server/rule/schema.ts";
import { ConditionControl } from "./condition-control.tsx";
import { begun, type Draft } from "./draft.ts";
import { t } from "./words.ts";

const kinds: ConditionKind[] = [
  ...(["group", "score", "change", "wish", "reason", "words", "attribute"] as const),
  ...(["touchpoint", "survey", "language", "team", "channel"] as const),
];

type ConditionFieldsProps = {
  conditions: Draft["conditions"];
  offered: Offered;
  problem(path: string): string | undefined;
  onChange(conditions: Draft["conditions"]): void;
};

/** What an answer must be: one condition after the other, and a way to add one. */
export function ConditionFields({ conditions, offered, problem, onChange }: ConditionFieldsProps) {
  const free = kinds.filter(
    (kind) => kind === "attribute" || !conditions.some((condition) => condition.kind === kind),
  );
  const [chosen, setChosen] = useState<ConditionKind>("group");
  const next = free.includes(chosen) ? chosen : (free[0] ?? "attribute");
  const adder = useRef<HTMLSelectElement>(null);
  const added = useRef<number | null>(null);

  function add() {
    const key = Math.max(0, ...conditions.map((one) => one.key)) + 1;
    added.current = key;
    onChange([...conditions, { ...begun(next), key } as Draft["conditions"][number]]);
  }
  function remove(key: number) {
    onChange(conditions.filter((one) => one.key !== key));
    adder.current?.focus();
  }
  function focusNew(key: number, row: HTMLElement | null) {
    if (!row || added.current !== key) return;
    added.current = null;
    row.querySelector<HTMLElement>("input, select")?.focus();
  }

  return (
    <fieldset>
      <legend className="text-lg font-bold">{t("when")}</legend>
      <p className="text-sm text-muted">{t("whenHint")}</p>
      {conditions.map(({ key, ...condition }, place) => (
        <div
          key={key}
          ref={(row) => focusNew(key, row)}
          className="mt-4 flex items-start gap-2 border-t border-line pt-4"
        >
          <div className="min-w-0 flex-1">
            <ConditionControl
              path={`conditions.${place}`}
              condition={condition as Condition}
              offered={offered}
              problem={problem}
              onChange={(changed) =>
                onChange(
                  conditions.map((one) =>
                    one.key === key ? ({ ...changed, key } as Draft["conditions"][number]) : one,
                  ),
                )
              }
            />
          </div>
          <IconButton
            icon={X}
            size="small"
            label={t("remove", { name: t(`kinds.${condition.kind}`) })}
            onClick={() => remove(key)}
          />
        </div>
      ))}
      <div className="mt-4 flex flex-wrap items-end gap-2 border-t border-line pt-4">
        <div className="min-w-0 flex-1 basis-48">
          <Field name="addWhich" label={t("addWhich")}>
            {(control) => (
              <Select
                {...control}
                ref={adder}
                value={next}
                onChange={({ target }) => setChosen(target.value as ConditionKind)}
              >
                {free.map((kind) => (
                  <option key={kind} value={kind}>
                    {t(`kinds.${kind}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <Button onClick={add}>{t("add")}</Button>
      </div>
    </fieldset>
  );
}
