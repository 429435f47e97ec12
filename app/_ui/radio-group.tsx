import type { ReactNode } from "react";
import { Choice } from "./choice.tsx";
import { Fieldset } from "./fieldset.tsx";

type RadioOption = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

type RadioGroupProps = {
  name: string;
  id?: string;
  legend: string;
  options: readonly RadioOption[];
  defaultValue?: string;
  value?: string;
  onValueChange?: (value: string) => void;
  hint?: ReactNode;
  error?: string;
};

/** One choice among a few, as native radios; uncontrolled with `defaultValue`, controlled with `value`. */
export function RadioGroup({
  name,
  options,
  defaultValue,
  value,
  onValueChange,
  ...fieldset
}: RadioGroupProps) {
  return (
    <Fieldset {...fieldset} id={fieldset.id ?? name}>
      {options.map((option) => (
        <Choice
          key={option.value}
          type="radio"
          name={name}
          {...option}
          {...(value === undefined
            ? { defaultChecked: option.value === defaultValue }
            : { checked: option.value === value, onChange: () => onValueChange?.(option.value) })}
        />
      ))}
    </Fieldset>
  );
}
