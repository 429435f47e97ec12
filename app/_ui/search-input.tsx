import { TextInput } from "./text-input.tsx";

type Props = {
  label: string;
  value: string | undefined;
  /** So many characters the list that is looked through takes (`q` of its schema). */
  maxLength?: number;
  id?: string;
  className?: string;
};

/** The field for the words a list is looked through for, as they stand in its address. */
export function SearchInput({ label, value, maxLength = 200, ...rest }: Props) {
  return (
    <TextInput
      name="q"
      type="search"
      maxLength={maxLength}
      defaultValue={value}
      aria-label={label}
      placeholder={label}
      {...rest}
    />
  );
}
