import { TextInput } from "./text-input.tsx";

/** So many characters the lists that are looked through take (`q` of their schemas). */
const longest = 200;

type Props = { label: string; value: string | undefined; id?: string; className?: string };

/** The field for the words a list is looked through for, as they stand in its address. */
export function SearchInput({ label, value, ...rest }: Props) {
  return (
    <TextInput
      name="q"
      type="search"
      maxLength={longest}
      defaultValue={value}
      aria-label={label}
      placeholder={label}
      {...rest}
    />
  );
}
