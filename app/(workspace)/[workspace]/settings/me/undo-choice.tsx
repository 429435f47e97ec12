"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import { toast } from "#app/_ui/toast.ts";
import { undoSeconds } from "#server/workspace/choices.ts";
import type { ChangeUndo } from "#server/workspace/schema.ts";
import { t } from "../_settings/words.ts";

/** For how long replies can be taken back after Send; saved as soon as it is changed. */
export function UndoChoice({ workspace, seconds }: { workspace: string; seconds: number }) {
  const [chosen, choose] = useState(seconds);
  const change = useMutation(
    useTRPC().workspace.changeUndo.mutationOptions({
      onSuccess: () => toast.success(t("saved")),
      onError(error) {
        choose(seconds);
        toast.error(error.message);
      },
    }),
  );
  return (
    <RadioGroup
      name="undo"
      legend={t("undoLegend")}
      hint={t("undoHint")}
      value={String(chosen)}
      onValueChange={(value) => {
        const next = Number(value) as ChangeUndo["seconds"];
        choose(next);
        change.mutate({ workspace, seconds: next });
      }}
      options={undoSeconds.map((one) => ({
        value: String(one),
        label: one === 0 ? t("undoNever") : t("undoSeconds", { seconds: one }),
      }))}
    />
  );
}
