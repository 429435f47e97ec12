import { CopyButton } from "#app/_ui/copy-button.tsx";
import { t } from "./words.ts";

/** A small button that copies a value which stands beside it. */
export function CopyValue({ value }: { value: string }) {
  return (
    <CopyButton
      size="small"
      value={value}
      label={t("copy")}
      copiedLabel={t("copied")}
      failedLabel={t("copyFailed")}
    />
  );
}
