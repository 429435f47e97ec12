import { type Problem, problemAt } from "#app/_form/problems.ts";
import { Field } from "#app/_ui/field.tsx";
import { Select } from "#app/_ui/select.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { t } from "./words.ts";

type ContractFieldsProps = {
  members: readonly { id: string; name: string }[];
  problems: readonly Problem[];
  target?: { goal: number; minimum: number; ownerId: string | null };
};

/** What of a target can change: the goal, from how many answers it counts, and who answers for it. */
export function ContractFields({ members, problems, target }: ContractFieldsProps) {
  const owner = target?.ownerId ?? "";
  const has = members.some(({ id }) => id === owner);
  return (
    <>
      <Field name="goal" label={t("new.goal")} hint={t("new.goalHint")} error={problemAt(problems, "goal")}>
        {(control) => (
          <TextInput
            {...control}
            defaultValue={target && String(target.goal).replace("-", "\u2212")}
            autoComplete="off"
            className="w-32"
            required
          />
        )}
      </Field>
      <Field
        name="minimum"
        label={t("new.minimum")}
        hint={t("new.minimumHint")}
        error={problemAt(problems, "minimum")}
      >
        {(control) => (
          <TextInput
            {...control}
            inputMode="numeric"
            defaultValue={target?.minimum ?? 30}
            autoComplete="off"
            className="w-32"
            required
          />
        )}
      </Field>
      <Field name="ownerId" label={t("new.owner")} error={problemAt(problems, "ownerId")}>
        {(control) => (
          <Select {...control} defaultValue={owner}>
            {!has && <option value={owner}>{owner ? t("former") : ""}</option>}
            {members.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </>
  );
}
