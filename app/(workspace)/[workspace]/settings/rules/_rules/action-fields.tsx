import { languageText } from "#app/_i18n/format.ts";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Fieldset } from "#app/_ui/fieldset.tsx";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import { Select } from "#app/_ui/select.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import type { Offered } from "#server/rule/list-offered.ts";
import { quietMinutes } from "#server/thanks/choices.ts";
import { AnyOf } from "./any-of.tsx";
import { type Draft, decided, listed, type Outcome, outcomeOf } from "./draft.ts";
import { ThanksFields } from "./thanks-fields.tsx";
import { t } from "./words.ts";

type ActionFieldsProps = {
  workspace: string;
  draft: Draft;
  offered: Offered;
  problem(path: string): string | undefined;
  onChange(change: Partial<Draft>): void;
};

/** What is done with an answer that the rule takes. */
export function ActionFields({ workspace, draft, offered, problem, onChange }: ActionFieldsProps) {
  return (
    <fieldset>
      <legend className="text-lg font-bold">{t("outcome")}</legend>
      <div className="mt-2 grid gap-6">
        <RadioGroup
          name="opens"
          legend={t("decision")}
          error={problem("opens")}
          value={outcomeOf(draft)}
          onValueChange={(value) => onChange(decided(value as Outcome, draft))}
          options={[
            { value: "case", label: t("opens") },
            {
              value: "thanks",
              label: t("thanks.outcome"),
              hint: t("thanks.outcomeHint", { minutes: quietMinutes }),
            },
            { value: "nothing", label: t("opensNot"), hint: t("opensNotHint") },
          ]}
        />
        {draft.opens && <CaseFields {...{ draft, offered, problem, onChange }} />}
        {!draft.opens && draft.thanks && (
          <ThanksFields
            {...{ workspace, offered, problem }}
            thanks={draft.thanks}
            onChange={(thanks) => onChange({ thanks })}
          />
        )}
      </div>
    </fieldset>
  );
}

function CaseFields({ draft, offered, problem, onChange }: Omit<ActionFieldsProps, "workspace">) {
  const known = offered.tags.map(({ name }) => name).join(", ");
  return (
    <>
      <Fieldset legend={t("whom")}>
        <Checkbox
          name="known"
          label={t("known")}
          hint={t("knownHint")}
          checked={draft.known}
          onChange={({ target }) => onChange({ known: target.checked })}
        />
      </Fieldset>
      <AnyOf
        id="people"
        legend={t(draft.known ? "people" : "peopleAlone")}
        hint={t("peopleHint")}
        error={problem("people")}
        offers={offered.people}
        value={draft.people}
        onChange={(people) => onChange({ people })}
      />
      <Field
        name="dueHours"
        label={t("due")}
        optional={t("optional")}
        hint={t("dueHint", { hours: offered.caseDueHours })}
        error={problem("dueHours")}
      >
        {(control) => (
          <TextInput
            {...control}
            inputMode="numeric"
            autoComplete="off"
            className="max-w-28"
            value={draft.dueHours}
            onChange={({ target }) => onChange({ dueHours: target.value })}
          />
        )}
      </Field>
      <Fieldset legend={t("tell")}>
        <Checkbox
          name="tellAssignee"
          label={t("tellAssignee")}
          checked={draft.tellAssignee}
          onChange={({ target }) => onChange({ tellAssignee: target.checked })}
        />
        <Checkbox
          name="tellLead"
          label={t("tellLead")}
          checked={draft.tellLead}
          onChange={({ target }) => onChange({ tellLead: target.checked })}
        />
      </Fieldset>
      <Field
        name="tags"
        label={t("tags")}
        optional={t("optional")}
        hint={t("tagsHint", { known: known ? t("tagsKnown", { names: known }) : t("tagsNone") })}
        error={problem("tags")}
      >
        {(control) => (
          <TextInput
            {...control}
            autoComplete="off"
            defaultValue={draft.tags.join(", ")}
            onChange={({ target }) => onChange({ tags: listed(target.value) })}
          />
        )}
      </Field>
      <Field
        name="templateId"
        label={t("template")}
        optional={t("optional")}
        hint={t("templateHint")}
        error={problem("templateId")}
      >
        {(control) => (
          <Select
            {...control}
            value={draft.templateId ?? ""}
            onChange={({ target }) => onChange({ templateId: target.value || null })}
          >
            <option value="">{t("noTemplate")}</option>
            {offered.templates.map(({ value, name, locale }) => (
              <option key={value} value={value}>
                {name} · {languageText(locale)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </>
  );
}
