"use client";

import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { words } from "../words.ts";

/** Cases that who gives them away sees no longer, by name, and what is done once they have said whether to. */
export type Leaving = { names: readonly string[]; answer(agreed: boolean): void };

/** Asks whether to give cases away that one sees no longer then. */
export function LeaveDialog({ leaving: { names, answer } }: { leaving: Leaving }) {
  const t = words();
  const n = names.length;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && answer(false)}
      title={t("leave.title", { n })}
      description={t("leave.text", { n, names: names.join(", ") })}
      closeLabel={t("leave.cancel")}
    >
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={() => answer(true)}>
          {t("leave.submit", { n })}
        </Button>
        <Button onClick={() => answer(false)}>{t("leave.keep", { n })}</Button>
      </div>
    </Dialog>
  );
}
