import { t } from "../../_surveys/words.ts";
import { type Look, looks } from "../preview/in-look.ts";
import { Segments } from "./segments.tsx";
import type { PreviewPart, PreviewScore } from "./use-preview.ts";

export type View = { part: PreviewPart; width: "phone" | "desktop"; look: Look; score: PreviewScore };

const parts = ["mail", "reminder", "answer", "thanks"] as const;
const scores = ["3", "7", "9"] as const;
export const isMail = (part: PreviewPart) => part === "mail" || part === "reminder";

type PreviewOptionsProps = { view: View; onChange: (view: View) => void };

/** Which part is shown, how wide, and as whose device shows it. */
export function PreviewOptions({ view, onChange }: PreviewOptionsProps) {
  return (
    <div className="flex flex-wrap gap-2">
      <Segments
        legend={t("previewOf")}
        value={view.part}
        onChange={(part) => onChange({ ...view, part })}
        options={parts.map((value) => ({ value, label: t(`previewPart.${value}`) }))}
      />
      <Segments
        legend={t("look")}
        value={view.look}
        onChange={(look) => onChange({ ...view, look })}
        options={looks.map((value) => ({ value, label: t(`looks.${value}`) }))}
      />
      {view.look !== "order" && (
        <Segments
          legend={t("width")}
          value={view.width}
          onChange={(width) => onChange({ ...view, width })}
          options={(["phone", "desktop"] as const).map((value) => ({ value, label: t(value) }))}
        />
      )}
      {!isMail(view.part) && (
        <Segments
          legend={t("score")}
          value={view.score}
          onChange={(score) => onChange({ ...view, score })}
          options={scores.map((value) => ({ value, label: `${t("score")} ${value}` }))}
        />
      )}
    </div>
  );
}
