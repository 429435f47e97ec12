"use client";

import { useState } from "react";
import { type Problem, problemAt, typed } from "#app/_form/problems.ts";
import { Button } from "#app/_ui/button.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Fieldset } from "#app/_ui/fieldset.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { t } from "./words.ts";

const known = "attributes.";
const added = { name: "newAttributeName", value: "newAttributeValue" };

type AttributeFieldsProps = { written: Record<string, string>; problems: readonly Problem[] };

/** The further columns a company keeps of a customer; an emptied one is removed. */
export function AttributeFields({ written, problems }: AttributeFieldsProps) {
  const [more, setMore] = useState<number[]>([]);
  return (
    <Fieldset legend={t("form.attributes")} hint={t("form.attributesHint")}>
      <div className="grid gap-4">
        {Object.entries(written).map(([name, value]) => (
          <Field
            key={name}
            name={`${known}${name}`}
            label={name}
            error={problemAt(problems, `${known}${name}`)}
          >
            {(control) => <TextInput {...control} autoComplete="off" defaultValue={value} />}
          </Field>
        ))}
        {more.map((key) => (
          <div key={key} className="grid gap-2 sm:grid-cols-2">
            <Field name={added.name} id={`${added.name}${key}`} label={t("form.attributeName")}>
              {(control) => <TextInput {...control} autoComplete="off" maxLength={100} />}
            </Field>
            <Field name={added.value} id={`${added.value}${key}`} label={t("form.attributeValue")}>
              {(control) => <TextInput {...control} autoComplete="off" />}
            </Field>
          </div>
        ))}
        <Button className="justify-self-start" onClick={() => setMore([...more, more.length])}>
          {t("form.attributeAdd")}
        </Button>
      </div>
    </Fieldset>
  );
}

/** The attributes as they were typed, without the emptied ones. */
export function attributesIn(form: FormData): Record<string, string> {
  const kept = [...form.keys()]
    .filter((key) => key.startsWith(known))
    .map((key) => [key.slice(known.length), typed(form, key).trim()] as const);
  const values = form.getAll(added.value);
  const fresh = form
    .getAll(added.name)
    .map((name, at) => [String(name).trim(), String(values[at]).trim()] as const);
  return Object.fromEntries([...kept, ...fresh].filter(([name, value]) => name !== "" && value !== ""));
}
