import type { ComponentProps, ReactNode } from "react";

type ChoiceProps = Omit<ComponentProps<"input">, "type" | "children"> & {
  type: "checkbox" | "radio";
  label: ReactNode;
  hint?: ReactNode;
};

/** One native box or dot with its words; the whole line is the target. */
export function Choice({ type, label, hint, ...rest }: ChoiceProps) {
  return (
    <label className="flex min-h-8 cursor-pointer items-start gap-3 py-1 text-sm max-sm:min-h-11 max-sm:py-2.5 has-disabled:cursor-not-allowed has-disabled:text-subtle">
      <input type={type} className="mt-0.5 size-4.5 shrink-0 accent-brand" {...rest} />
      <span>
        {label}
        {hint && <span className="block text-muted">{hint}</span>}
      </span>
    </label>
  );
}
