"use client";

import { Button } from "#app/_ui/button.tsx";
import { t } from "./words.ts";

/** Opens the browser's dialog for printing. */
export function PrintButton() {
  return (
    <Button variant="primary" onClick={() => window.print()}>
      {t("print")}
    </Button>
  );
}
