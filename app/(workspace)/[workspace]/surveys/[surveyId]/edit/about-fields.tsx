import { type Problem, problemAt } from "#app/_form/problems.ts";
import { Field } from "#app/_ui/field.tsx";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { kindOptions } from "../../_surveys/kind-options.ts";
import { t } from "../../_surveys/words.ts";
import type { Draft } from "./draft.ts";

type AboutFieldsProps = { draft: Draft; onChange: (draft: Draft) => void; problems: Problem[] };

/** Name, kind and touchpoint: for colleagues and figures, not for customers. */
export function AboutFields({ draft, onChange, problems }: AboutFieldsProps) {
  return (
    <div className="grid gap-5">
      <Field name="name" label={t("name")} hint={t("nameHint")} error={problemAt(problems, "name")}>
        {(control) => (
          <TextInput
            {...control}
            value={draft.name}
            onChange={(event) => onChange({ ...draft, name: event.target.value })}
            autoComplete="off"
            required
          />
        )}
      </Field>
      <RadioGroup
        name="kind"
        legend={t("kind")}
        options={kindOptions()}
        value={draft.kind}
        onValueChange={(kind) =>
          onChange({ ...draft, kind: kind === "transactional" ? "transactional" : "relationship" })
        }
      />
      <Field
        name="touchpoint"
        label={t("touchpoint")}
        optional={t("optional")}
        hint={t("touchpointHint")}
        error={problemAt(problems, "touchpoint")}
      >
        {(control) => (
          <TextInput
            {...control}
            value={draft.touchpoint}
            onChange={(event) => onChange({ ...draft, touchpoint: event.target.value })}
            autoComplete="off"
          />
        )}
      </Field>
    </div>
  );
}
