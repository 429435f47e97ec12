import { type Problem, problemAt } from "#app/_form/problems.ts";
import { Field } from "#app/_ui/field.tsx";
import { Section } from "#app/_ui/section.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { Textarea } from "#app/_ui/textarea.tsx";
import type { Locale } from "#server/i18n/locales.ts";
import type { CompleteTexts } from "#server/survey/rules.ts";
import { t } from "../../_surveys/words.ts";
import type { TextField } from "./draft.ts";

type FieldPlan = { field: TextField; label: string; lines?: number };

const plan = (): { title: string; fields: FieldPlan[] }[] => [
  {
    title: t("mailPart"),
    fields: [
      { field: "subject", label: t("subject") },
      { field: "intro", label: t("intro"), lines: 3 },
      { field: "reminder", label: t("reminder"), lines: 3 },
    ],
  },
  {
    title: t("questionPart"),
    fields: [
      { field: "question", label: t("question"), lines: 2 },
      { field: "lowLabel", label: t("lowLabel") },
      { field: "highLabel", label: t("highLabel") },
    ],
  },
  {
    title: t("followUpPart"),
    fields: [
      { field: "followUpDetractor", label: t("detractor") },
      { field: "followUpPassive", label: t("passive") },
      { field: "followUpPromoter", label: t("promoter") },
    ],
  },
  {
    title: t("thanksPart"),
    fields: [
      { field: "thanksDetractor", label: t("detractor"), lines: 3 },
      { field: "thanksPassive", label: t("passive"), lines: 3 },
      { field: "thanksPromoter", label: t("promoter"), lines: 3 },
    ],
  },
];

/** What a field is called where it stands alone: "Thanks to promoters, 9–10". */
export function labelOf(field: string): string {
  if (field === "tone") return t("tone");
  if (field === "drivers") return t("driversPart");
  const part = plan().find(({ fields }) => fields.some((one) => one.field === field));
  const label = part?.fields.find((one) => one.field === field)?.label ?? field;
  const isPerGroup = /^(?:followUp|thanks)/.test(field);
  return part && isPerGroup ? `${part.title}: ${label}` : label;
}

type TextFieldsProps = {
  locale: Locale;
  own: Record<string, string>;
  defaults: CompleteTexts | undefined;
  problems: Problem[];
  onChange: (field: TextField, text: string) => void;
};

/** The words of a survey in one language, with what stands there unless somebody writes something else. */
export function TextFields({ locale, own, defaults, problems, onChange }: TextFieldsProps) {
  return plan().map(({ title, fields }) => (
    <Section key={title} title={title} level={3}>
      <div className="grid gap-4">
        {fields.map(({ field, label, lines }) => {
          const id = `texts.${locale}.${field}`;
          const text = own[field] ?? "";
          return (
            <Field key={field} name={field} id={id} label={label} error={problemAt(problems, id)}>
              {(control) => {
                const shared = {
                  ...control,
                  lang: locale,
                  value: text,
                  placeholder: defaults?.[field] || t("introPlaceholder"),
                };
                return lines ? (
                  <Textarea
                    {...shared}
                    rows={lines}
                    onChange={(event) => onChange(field, event.target.value)}
                  />
                ) : (
                  <TextInput {...shared} onChange={(event) => onChange(field, event.target.value)} />
                );
              }}
            </Field>
          );
        })}
      </div>
    </Section>
  ));
}
