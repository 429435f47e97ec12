import { Field } from "#app/_ui/field.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";

/** What colleagues and customers call somebody. */
export function NameField({ label, error }: { label: string; error?: string }) {
  return (
    <Field name="name" label={label} error={error}>
      {(control) => <TextInput {...control} autoComplete="name" maxLength={100} required />}
    </Field>
  );
}
