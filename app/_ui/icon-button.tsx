import type { LucideIcon } from "lucide-react";
import type { ButtonProps } from "./button.tsx";
import { iconButtonClass } from "./button-class.ts";
import { Icon } from "./icon.tsx";

type IconButtonProps = Omit<ButtonProps, "children" | "aria-label"> & { icon: LucideIcon; label: string };

/** A square button whose only content is an icon; `label` is its accessible name and its tooltip. */
export function IconButton({
  icon,
  label,
  variant,
  size,
  className,
  type = "button",
  ...rest
}: IconButtonProps) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={iconButtonClass({ variant, size }, className)}
      {...rest}
    >
      <Icon of={icon} />
    </button>
  );
}
