"use client";

import { useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { NameDialog } from "./name-dialog.tsx";
import { t } from "./words.ts";

/** Adds a cause of the first level. */
export function AddCause({ workspace }: { workspace: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        {t("add")}
      </Button>
      {open && (
        <NameDialog
          workspace={workspace}
          asked={{ parentId: null }}
          title={t("add")}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
