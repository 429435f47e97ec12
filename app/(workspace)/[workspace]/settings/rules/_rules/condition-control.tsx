import { languageText } from "#app/_i18n/format.ts";
import { Field } from "#app/_ui/field.tsx";
import { Fieldset } from "#app/_ui/fieldset.tsx";
import { Select } from "#app/_ui/select.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { GROUPS, SCORES, type Score } from "#server/nps/groups.ts";
import { changes, ruleChannels, wishes } from "#server/rule/choices.ts";
import type { Offer, Offered } from "#server/rule/list-offered.ts";
import type { Change, Condition } from "#server/rule/schema.ts";
import { AnyOf } from "./any-of.tsx";
import { AttributeFields } from "./attribute-fields.tsx";
import { listed } from "./draft.ts";
import { t } from "./words.ts";

type ConditionControlProps = {
  /** What the fields are called in what is sent, such as "conditions.0". */
  path: string;
  condition: Condition;
  offered: Offered;
  problem(path: string): string | undefined;
  onChange(condition: Condition): void;
};

/** The fields of one condition. */
export function ConditionControl({ path, condition, offered, problem, onChange }: ConditionControlProps) {
  const legend = t("anyOf", { name: t(`kinds.${condition.kind}`) });
  const list = { id: `${path}.any`, legend, error: problem(`${path}.any`) };
  switch (condition.kind) {
    case "group":
      return (
        <AnyOf
          {...list}
          offers={GROUPS.map((value) => ({ value, name: t(`groups.${value}`) }))}
          value={condition.any}
          onChange={(any) => onChange({ ...condition, any })}
        />
      );
    case "wish":
      return (
        <AnyOf
          {...list}
          offers={wishes.map((value) => ({ value, name: t(`wishes.${value}`) }))}
          value={condition.any}
          onChange={(any) => onChange({ ...condition, any })}
        />
      );
    case "channel":
      return (
        <AnyOf
          {...list}
          offers={ruleChannels.map((value) => ({ value, name: t(`channels.${value}`) }))}
          value={condition.any}
          onChange={(any) => onChange({ ...condition, any })}
        />
      );
    case "survey":
    case "touchpoint":
    case "reason":
    case "language":
    case "team":
      return (
        <AnyOf
          {...list}
          offers={condition.kind === "language" ? inWords(offered.language) : offered[condition.kind]}
          value={condition.any}
          onChange={(any) => onChange({ ...condition, any })}
        />
      );
    case "score":
      return (
        <Fieldset legend={t("kinds.score")}>
          <div className="grid grid-cols-2 gap-4">
            {(["from", "to"] as const).map((end) => (
              <Field key={end} name={`${path}.${end}`} label={t(end)} error={problem(`${path}.${end}`)}>
                {(control) => (
                  <Select
                    {...control}
                    className="self-end"
                    value={condition[end]}
                    onChange={({ target }) =>
                      onChange({ ...condition, [end]: Number(target.value) as Score })
                    }
                  >
                    {SCORES.map((score) => (
                      <option key={score}>{score}</option>
                    ))}
                  </Select>
                )}
              </Field>
            ))}
          </div>
        </Fieldset>
      );
    case "change":
      return (
        <Field name={`${path}.is`} label={t("kinds.change")} error={problem(`${path}.is`)}>
          {(control) => (
            <Select
              {...control}
              value={condition.is}
              onChange={({ target }) => onChange({ ...condition, is: target.value as Change })}
            >
              {changes.map((change) => (
                <option key={change} value={change}>
                  {t(`changes.${change}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      );
    case "words":
      return (
        <Field name={list.id} label={legend} hint={t("wordsHint")} error={list.error}>
          {(control) => (
            <TextInput
              {...control}
              autoComplete="off"
              defaultValue={condition.any.join(", ")}
              onChange={({ target }) => onChange({ ...condition, any: listed(target.value) })}
            />
          )}
        </Field>
      );
    case "attribute":
      return <AttributeFields {...{ path, condition, problem, onChange }} offered={offered.attributes} />;
  }
}

const inWords = (languages: readonly Offer[]): Offer[] =>
  languages.map(({ value }) => ({ value, name: languageText(value) }));
