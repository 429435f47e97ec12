"use client";

import type { ReactNode } from "react";
import { withinSentence } from "#app/_i18n/format.ts";
import { Button } from "#app/_ui/button.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { shared, t } from "../../_campaigns/words.ts";
import { nextStep, type Step } from "./steps.tsx";
import type { Draft } from "./use-draft.ts";

type StepFormProps = { here: string; step: Step; draft: Draft; children: ReactNode };

/** One step of a draft: its problems on top, its fields, whether they are saved, and the way on. */
export function StepForm({ here, step, draft, children }: StepFormProps) {
  const next = nextStep(step);
  return (
    <form
      noValidate
      className="grid max-w-xl gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        draft.leaveFor(`${here}?step=${next}`);
      }}
    >
      <ErrorSummary title={shared("formTitle")} errors={draft.problems} />
      {children}
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" variant="primary">
          {t("draft.next", { step: withinSentence(t(`steps.${next}`)) })}
        </Button>
        <p role="status" className="text-sm text-muted">
          {draft.problems.length > 0
            ? t("draft.unsaved")
            : draft.unsaved
              ? t("draft.saving")
              : draft.saves > 0 && t("draft.saved")}
        </p>
      </div>
    </form>
  );
}
