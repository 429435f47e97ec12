import { Field } from "#app/_ui/field.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";

type CompanyFieldProps = { label: string; hint: string; error?: string };

/** The name of the company whose workspace is made. */
export function CompanyField({ label, hint, error }: CompanyFieldProps) {
  return (
    <Field name="company" label={label} hint={hint} error={error}>
      {(control) => <TextInput {...control} autoComplete="organization" maxLength={100} required />}
    </Field>
  );
}
