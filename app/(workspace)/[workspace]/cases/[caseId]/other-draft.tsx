"use client";

import { Button } from "#app/_ui/button.tsx";
import { Notice } from "#app/_ui/notice.tsx";
import { words } from "../words.ts";
import type { DraftStore } from "./draft-store.ts";
import { useDraftState } from "./use-draft.ts";

/** The choice between the words that are written here and those of another tab or device, where both were. */
export function OtherDraft({ store }: { store: DraftStore }) {
  const t = words();
  const { other } = useDraftState(store);
  if (!other) return null;
  return (
    <Notice
      tone="warn"
      live
      title={t("draft.elsewhere")}
      actions={
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => store.resolve("mine")}>{t("draft.mine")}</Button>
          <Button onClick={() => store.resolve("other")}>{t("draft.other")}</Button>
        </div>
      }
    >
      <p className="mt-1 line-clamp-4 border-l border-line pl-3 whitespace-pre-line">{other.text}</p>
    </Notice>
  );
}
