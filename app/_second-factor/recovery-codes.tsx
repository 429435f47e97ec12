"use client";

import { Button } from "#app/_ui/button.tsx";
import { CopyButton } from "#app/_ui/copy-button.tsx";
import { Notice } from "#app/_ui/notice.tsx";
import { t } from "./words.ts";

/** The recovery codes, this once. */
export function RecoveryCodes({ codes, onStored }: { codes: string[]; onStored(): void }) {
  return (
    <Notice tone="ok" title={t("codesTitle")} live>
      <p>{t("codesText")}</p>
      <ul aria-label={t("codes")} className="mt-3 grid gap-1 font-mono select-all">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap gap-2">
        <CopyButton
          variant="primary"
          value={codes.join("\n")}
          label={t("copy")}
          copiedLabel={t("copied")}
          failedLabel={t("copyFailed")}
        />
        <Button onClick={onStored}>{t("stored")}</Button>
      </div>
    </Notice>
  );
}
