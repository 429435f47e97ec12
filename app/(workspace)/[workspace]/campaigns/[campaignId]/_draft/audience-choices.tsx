"use client";

import { useState } from "react";
import { Field } from "#app/_ui/field.tsx";
import { Select } from "#app/_ui/select.tsx";
import { Textarea } from "#app/_ui/textarea.tsx";
import type { Audience } from "#server/campaign/schema.ts";
import { t } from "../../_campaigns/words.ts";
import { addressesIn } from "./addresses-in.ts";
import type { Choices } from "./people-fields.tsx";

type ChoiceProps = { audience: Audience; choices: Choices; onChoose(audience: Audience): void };

export function TeamChoice({ audience, choices, onChoose }: ChoiceProps) {
  return (
    <Field name="teamId" label={t("people.chooseTeam")}>
      {(control) => (
        <Select
          {...control}
          defaultValue={"teamId" in audience ? audience.teamId : ""}
          onChange={(event) => event.target.value && onChoose({ teamId: event.target.value })}
        >
          <option value="">{t("people.choose")}</option>
          {choices.teams.map((team) => (
            <option key={team.id} value={team.id}>
              {t("people.option", team)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

export function AttributeChoice({ audience, choices, onChoose }: ChoiceProps) {
  const chosen = "attribute" in audience ? audience.attribute : { name: "", value: "" };
  const [name, setName] = useState(chosen.name);
  const values = choices.attributes.find((attribute) => attribute.name === name)?.values ?? [];
  return (
    <>
      <Field name="attribute" label={t("people.chooseAttribute")}>
        {(control) => (
          <Select {...control} value={name} onChange={(event) => setName(event.target.value)}>
            <option value="">{t("people.choose")}</option>
            {choices.attributes.map((attribute) => (
              <option key={attribute.name}>{attribute.name}</option>
            ))}
          </Select>
        )}
      </Field>
      {name && (
        <Field key={name} name="value" label={t("people.chooseValue")}>
          {(control) => (
            <Select
              {...control}
              defaultValue={name === chosen.name ? chosen.value : ""}
              onChange={({ target: { value } }) => value && onChoose({ attribute: { name, value } })}
            >
              <option value="">{t("people.choose")}</option>
              {values.map(({ value, n }) => (
                <option key={value} value={value}>
                  {t("people.option", { name: value, n })}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
    </>
  );
}

export function AddressChoice({ audience, onChoose }: Omit<ChoiceProps, "choices">) {
  const written = "emails" in audience ? audience.emails.join("\n") : "";
  return (
    <Field name="emails" label={t("people.addresses")} hint={t("people.emailsHint")}>
      {(control) => (
        <Textarea
          {...control}
          rows={8}
          defaultValue={written}
          spellCheck={false}
          autoComplete="off"
          className="max-h-96"
          onChange={(event) => {
            const emails = addressesIn(event.target.value);
            if (emails.length > 0) onChoose({ emails });
          }}
        />
      )}
    </Field>
  );
}
