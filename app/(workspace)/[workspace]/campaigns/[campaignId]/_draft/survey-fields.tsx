"use client";

import { problemAt } from "#app/_form/problems.ts";
import { Field } from "#app/_ui/field.tsx";
import { Select } from "#app/_ui/select.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { t } from "../../_campaigns/words.ts";
import { StepForm } from "./step-form.tsx";
import { useDraft } from "./use-draft.ts";

type SurveyFieldsProps = {
  workspace: string;
  id: string;
  name: string;
  surveyId: string;
  surveys: { id: string; name: string }[];
};

/** Name and survey of a draft. */
export function SurveyFields({ workspace, id, name, surveyId, surveys }: SurveyFieldsProps) {
  const draft = useDraft(workspace, id);
  return (
    <StepForm here={`/${workspace}/campaigns/${id}`} step="survey" draft={draft}>
      <Field
        name="name"
        label={t("survey.name")}
        hint={t("survey.nameHint")}
        error={problemAt(draft.problems, "name")}
      >
        {(control) => (
          <TextInput
            {...control}
            defaultValue={name}
            maxLength={120}
            autoComplete="off"
            required
            onChange={(event) => draft.change({ name: event.target.value })}
          />
        )}
      </Field>
      <Field
        name="surveyId"
        label={t("survey.survey")}
        hint={t("survey.surveyHint")}
        error={problemAt(draft.problems, "surveyId")}
      >
        {(control) => (
          <Select
            {...control}
            defaultValue={surveyId}
            onChange={(event) => draft.change({ surveyId: event.target.value })}
          >
            {surveys.map((survey) => (
              <option key={survey.id} value={survey.id}>
                {survey.name}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </StepForm>
  );
}
