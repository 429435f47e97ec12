import { clsx } from "clsx";

export type ButtonLook = {
  /** `primary` once per page at most; `danger` for what cannot be taken back. */
  variant?: "primary" | "secondary" | "quiet" | "danger";
  size?: "normal" | "small";
};

/** The classes that make a button, a link or a menu trigger look like one control. */
export function buttonClass({ variant = "secondary", size = "normal" }: ButtonLook, extra?: string): string {
  return clsx(base, sizes[size], variants[variant], extra);
}

/** The same for a square with nothing but an icon in it. */
export function iconButtonClass({ variant = "quiet", size = "normal" }: ButtonLook, extra?: string): string {
  return clsx(base, squares[size], variants[variant], extra);
}

const base =
  "inline-flex shrink-0 items-center justify-center gap-2 rounded-control border text-sm font-medium transition-colors max-sm:min-h-11 max-sm:min-w-11 disabled:cursor-not-allowed aria-disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-subtle aria-disabled:border-line aria-disabled:bg-sunken aria-disabled:text-subtle";

const sizes = {
  normal: "min-h-9 px-3 py-1.5",
  small: "min-h-8 px-2.5 py-1",
};

const squares = { normal: "size-9", small: "size-8" };

const variants = {
  primary: "border-brand bg-brand text-on-brand hover:border-brand-hover hover:bg-brand-hover",
  secondary: "border-line-strong bg-surface text-text hover:bg-sunken",
  quiet: "border-transparent text-text hover:bg-sunken",
  danger: "border-alarm bg-surface text-alarm hover:bg-sunken",
};
