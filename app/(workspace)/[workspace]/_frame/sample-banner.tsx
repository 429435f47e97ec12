import { Info } from "lucide-react";
import { wordsOf } from "#app/_i18n/words.ts";
import { Icon } from "#app/_ui/icon.tsx";
import { appTranslator } from "#server/i18n/translate-app.ts";
import { RemoveSample } from "./remove-sample.tsx";

const t = appTranslator("shell");
const removing = () =>
  wordsOf(t, [
    ...(["sampleRemove", "sampleRemoveTitle", "sampleRemoveText"] as const),
    ...(["sampleRemoveFailed", "sampleKeep"] as const),
  ]);

/** Says in a line that what is shown here is made up, and lets an administrator remove it. */
export function SampleBanner({ workspace, role }: { workspace: string; role: string }) {
  return (
    <div className="-mt-3 mb-5 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line pb-2 text-sm print:hidden">
      <p className="flex min-w-0 gap-2">
        <Icon of={Info} size={16} className="mt-0.5 text-muted" />
        <span>
          <b className="font-bold">{t("sampleTitle")}</b>{" "}
          <span className="text-muted">{t("sampleText")}</span>
        </span>
      </p>
      {role === "admin" && <RemoveSample workspace={workspace} words={removing()} />}
    </div>
  );
}
