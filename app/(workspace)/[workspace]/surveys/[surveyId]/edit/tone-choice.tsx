import { RadioGroup } from "#app/_ui/radio-group.tsx";
import { t } from "../../_surveys/words.ts";
import type { Draft } from "./draft.ts";

type ToneChoiceProps = { draft: Draft; onChange: (draft: Draft) => void };

/** How customers are addressed, where a language has two ways. */
export function ToneChoice({ draft, onChange }: ToneChoiceProps) {
  return (
    <div className="mb-5">
      <RadioGroup
        name="tone"
        legend={t("tone")}
        hint={t("toneHint")}
        options={[
          { value: "informal", label: t("toneInformal") },
          { value: "formal", label: t("toneFormal") },
        ]}
        value={draft.tone}
        onValueChange={(tone) => onChange({ ...draft, tone: tone === "formal" ? "formal" : "informal" })}
      />
    </div>
  );
}
