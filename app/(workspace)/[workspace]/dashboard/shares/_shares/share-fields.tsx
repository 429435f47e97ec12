import type { Problem } from "#app/_form/problems.ts";
import { problemAt } from "#app/_form/problems.ts";
import { Field } from "#app/_ui/field.tsx";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import type { SharedComments } from "#server/share/schema.ts";
import { t } from "./words.ts";

const choices = () =>
  (["none", "anonymous", "named"] as const).map((value) => ({
    value,
    label: t(`commentChoices.${value}`),
    hint: t(`commentHints.${value}`),
  }));

type ShareFieldsProps = {
  problems: readonly Problem[];
  name?: string;
  comments: SharedComments;
  onComments: (comments: SharedComments) => void;
  lastDay?: string;
  passwordWords: { label: string; hint: string };
};

/** The fields of a link that can be changed later too. */
export function ShareFields({
  problems,
  name,
  comments,
  onComments,
  lastDay,
  passwordWords,
}: ShareFieldsProps) {
  return (
    <>
      <Field name="name" label={t("name")} hint={t("nameHint")} error={problemAt(problems, "name")}>
        {(control) => <TextInput {...control} autoComplete="off" required defaultValue={name} />}
      </Field>
      <RadioGroup
        name="comments"
        legend={t("comments")}
        options={choices()}
        value={comments}
        onValueChange={(value) => onComments(value as SharedComments)}
      />
      <Field
        name="password"
        label={passwordWords.label}
        optional={t("optional")}
        hint={passwordWords.hint}
        error={problemAt(problems, "password")}
      >
        {(control) => <TextInput {...control} type="password" autoComplete="new-password" />}
      </Field>
      <Field
        name="lastDay"
        label={t("lastDay")}
        optional={t("optional")}
        hint={t("lastDayHint")}
        error={problemAt(problems, "lastDay")}
      >
        {(control) => <TextInput {...control} type="date" defaultValue={lastDay} />}
      </Field>
    </>
  );
}
