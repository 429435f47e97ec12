import { useId } from "react";
import { Field } from "#app/_ui/field.tsx";
import { Select } from "#app/_ui/select.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { ruleOperators } from "#server/rule/choices.ts";
import type { Offered } from "#server/rule/list-offered.ts";
import type { Condition, RuleOperator } from "#server/rule/schema.ts";
import { t } from "./words.ts";

type Attribute = Extract<Condition, { kind: "attribute" }>;

type AttributeFieldsProps = {
  path: string;
  condition: Attribute;
  /** The attributes that answers have had, and their values; others can be typed. */
  offered: Offered["attributes"];
  problem(path: string): string | undefined;
  onChange(condition: Attribute): void;
};

/** What an attribute of the customer must be. */
export function AttributeFields({ path, condition, offered, problem, onChange }: AttributeFieldsProps) {
  const lists = useId();
  const values = offered.find(({ name }) => name === condition.name)?.values ?? [];
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field name={`${path}.name`} label={t("attributeName")} error={problem(`${path}.name`)}>
        {(control) => (
          <TextInput
            {...control}
            autoComplete="off"
            list={`${lists}-names`}
            value={condition.name}
            onChange={({ target }) => onChange({ ...condition, name: target.value })}
          />
        )}
      </Field>
      <Field name={`${path}.operator`} label={t("operator")}>
        {(control) => (
          <Select
            {...control}
            className="self-end"
            value={condition.operator}
            onChange={({ target }) => onChange({ ...condition, operator: target.value as RuleOperator })}
          >
            {ruleOperators.map((operator) => (
              <option key={operator} value={operator}>
                {t(`operators.${operator}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="sm:col-span-2">
        <Field
          name={`${path}.value`}
          label={t("value")}
          hint={t("valueHint")}
          error={problem(`${path}.value`)}
        >
          {(control) => (
            <TextInput
              {...control}
              autoComplete="off"
              list={`${lists}-values`}
              value={condition.value}
              onChange={({ target }) => onChange({ ...condition, value: target.value })}
            />
          )}
        </Field>
      </div>
      <datalist id={`${lists}-names`}>
        {offered.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <datalist id={`${lists}-values`}>
        {values.map((value) => (
          <option key={value} value={value} />
        ))}
      </datalist>
    </div>
  );
}
