"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "./button.tsx";
import type { ButtonLook } from "./button-class.ts";
import { Icon } from "./icon.tsx";

type CopyButtonProps = ButtonLook & {
  value: string;
  /** Names what is copied, such as "Copy key". */
  label: string;
  copiedLabel: string;
  /** Said where the browser refuses, such as "Copy it by hand". */
  failedLabel: string;
};

/** Puts `value` on the clipboard and says whether that worked. */
export function CopyButton({ value, label, copiedLabel, failedLabel, ...look }: CopyButtonProps) {
  const [said, say] = useState(label);

  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      say(copiedLabel);
    } catch {
      say(failedLabel);
    }
  }

  return (
    <Button {...look} onClick={copy} onBlur={() => say(label)}>
      <Icon of={said === copiedLabel ? Check : Copy} />
      <span aria-live="polite">{said}</span>
    </Button>
  );
}
