"use client";

import { CircleAlert } from "lucide-react";
import { useEffect, useRef } from "react";
import { Icon } from "./icon.tsx";

type ErrorSummaryProps = {
  title: string;
  /** `fieldId` is the control's id; leave it out where no field is to blame. */
  errors: readonly { fieldId?: string; message: string }[];
};

/** What stopped a form, on top of it, each line leading to its field; takes the focus when it appears. */
export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const shown = errors.map((error) => error.message).join("\n");

  useEffect(() => {
    if (shown) box.current?.focus();
  }, [shown]);

  if (errors.length === 0) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="flex gap-3 rounded-control border border-alarm bg-surface p-4 text-sm"
    >
      <Icon of={CircleAlert} size={20} className="text-alarm" />
      <div>
        <p className="font-bold">{title}</p>
        <ul className="mt-1 grid gap-1">
          {errors.map(({ fieldId, message }) => (
            <li key={`${fieldId}${message}`}>
              {fieldId ? (
                <a
                  href={`#${fieldId}`}
                  className="inline-block rounded-mark py-0.5 text-alarm underline underline-offset-3"
                >
                  {message}
                </a>
              ) : (
                message
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
