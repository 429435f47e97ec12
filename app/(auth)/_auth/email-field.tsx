import { Field } from "#app/_ui/field.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";

type EmailFieldProps = {
  label: string;
  error?: string;
  defaultValue?: string;
  readOnly?: boolean;
  /** Called with what was typed when the field is left. */
  onLeave?(email: string): void;
};

/** The address somebody signs in with; `username` is what password managers look for. */
export function EmailField({ label, error, defaultValue, readOnly, onLeave }: EmailFieldProps) {
  return (
    <Field name="email" label={label} error={error}>
      {(control) => (
        <TextInput
          {...control}
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          defaultValue={defaultValue}
          readOnly={readOnly}
          onBlur={onLeave && (({ target }) => onLeave(target.value.trim()))}
        />
      )}
    </Field>
  );
}
