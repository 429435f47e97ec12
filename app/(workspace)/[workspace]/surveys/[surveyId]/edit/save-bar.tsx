import { Button } from "#app/_ui/button.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { t } from "../../_surveys/words.ts";
import { type Draft, same } from "./draft.ts";

type SaveBarProps = {
  draft: Draft;
  /** The draft, if it had the published words. */
  published: Draft;
  version: number;
  unsaved: boolean;
  saving: boolean;
  publishing: boolean;
  onPublish: () => void;
};

/** Keeps the draft, or makes it the words that customers are asked in; and says which of both holds. */
export function SaveBar({ draft, published, version, unsaved, saving, publishing, onPublish }: SaveBarProps) {
  const isPublished = same(draft, published);
  return (
    <div className="sticky bottom-0 z-10 -mx-1 mt-8 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-bg px-1 py-4 max-md:bottom-14">
      <Button
        variant="primary"
        aria-disabled={publishing || undefined}
        onClick={() => publishing || onPublish()}
      >
        <span aria-live="polite">{t(publishing ? "publishing" : "publish")}</span>
      </Button>
      <SubmitButton variant="secondary" pendingLabel={t("saving")} pending={saving}>
        {t("save")}
      </SubmitButton>
      <p role="status" className="text-muted">
        {unsaved ? t("unsaved") : t(isPublished ? "isPublished" : "isDraft", { version })}
      </p>
    </div>
  );
}
