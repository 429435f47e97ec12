import { wordsOf } from "#app/_i18n/words.ts";
import { Notice } from "#app/_ui/notice.tsx";
import { appTranslator } from "#server/i18n/translate-app.ts";
import { RemoveSample } from "./remove-sample.tsx";

const t = appTranslator("en", "shell");
const removing = wordsOf(t, [
  ...(["sampleRemove", "sampleRemoveTitle", "sampleRemoveText"] as const),
  ...(["sampleRemoveFailed", "sampleKeep"] as const),
]);

/** Says that what is shown here is made up, and lets an administrator remove it. */
export function SampleBanner({ workspace, role }: { workspace: string; role: string }) {
  return (
    <div className="mb-6 print:hidden">
      <Notice
        title={t("sampleTitle")}
        actions={role === "admin" && <RemoveSample workspace={workspace} words={removing} />}
      >
        {t("sampleText")}
      </Notice>
    </div>
  );
}
