import { Notice } from "#app/_ui/notice.tsx";
import { appTranslator } from "#server/i18n/translate-app.ts";

const t = appTranslator("en", "shell");

/** Says that what is shown here is made up. */
export function SampleBanner() {
  return (
    <div className="mb-6 print:hidden">
      <Notice title={t("sampleTitle")}>{t("sampleText")}</Notice>
    </div>
  );
}
