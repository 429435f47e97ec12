import { X } from "lucide-react";
import { Link } from "#app/_ui/link.tsx";
import { buttonClass } from "./button-class.ts";
import { Icon } from "./icon.tsx";

type RemovableChipProps = {
  /** What is set, such as "Country is Norway". */
  label: string;
  /** The accessible name, such as "Remove: Country is Norway"; it contains the label. */
  removeLabel: string;
  /** The page without it. */
  href: string;
};

/** Something that narrows the page; following it takes it away. */
export function RemovableChip({ label, removeLabel, href }: RemovableChipProps) {
  return (
    <Link href={href} aria-label={removeLabel} className={buttonClass({})}>
      {label}
      <Icon of={X} size={14} />
    </Link>
  );
}
