"use client";

import { useId } from "react";
import { Button } from "#app/_ui/button.tsx";
import { CopyButton } from "#app/_ui/copy-button.tsx";
import { Notice } from "#app/_ui/notice.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { t } from "../_settings/words.ts";

/** The key as text, this once. */
export function NewKey({ value, onStored }: { value: string; onStored: () => void }) {
  const id = useId();
  return (
    <Notice tone="ok" title={t("keyMadeTitle")} live>
      <p>{t("keyMadeText")}</p>
      <label htmlFor={id} className="sr-only">
        {t("keyLabel")}
      </label>
      <TextInput
        id={id}
        readOnly
        value={value}
        onFocus={(event) => event.currentTarget.select()}
        size={value.length + 2}
        className="mt-3 w-auto max-w-full font-mono"
      />
      <div className="mt-3 flex flex-wrap gap-2">
        <CopyButton
          variant="primary"
          value={value}
          label={t("copyKey")}
          copiedLabel={t("keyCopied")}
          failedLabel={t("copyFailed")}
        />
        <Button onClick={onStored}>{t("keyStored")}</Button>
      </div>
    </Notice>
  );
}
