"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { problemAt, problemsOf, typed } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { Failure } from "#app/_ui/failure.tsx";
import { Field } from "#app/_ui/field.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { Textarea } from "#app/_ui/textarea.tsx";
import { toast } from "#app/_ui/toast.ts";
import { dayNamedIn, longestText } from "#server/promise/rules.ts";
import { useActing } from "../_act/use-acting.ts";
import { words } from "../words.ts";
import { DayFields, dayOf } from "./promise-fields.tsx";
import { dayInWords, todayIn } from "./words.ts";

type NotePromiseDialogProps = {
  caseId: string;
  /** What is promised, as far as it is written already; null: the dialog is closed. */
  text: string | null;
  onClose(): void;
};

/** Notes a promise: its words, the day that they name if any, and who keeps it. */
export function NotePromiseDialog({ caseId, text, onClose }: NotePromiseDialogProps) {
  const t = words();
  const router = useRouter();
  const { workspace, frame } = useActing();
  const today = todayIn(frame.timezone);
  const make = useMutation(useTRPC().promise.make.mutationOptions());
  const problems = problemsOf(make.error, t("promise.away"));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    event.stopPropagation(); // React's events leave the dialog for the composer's form around it.
    const form = new FormData(event.currentTarget);
    const day = dayOf(form);
    make.mutate(
      { workspace, caseId, text: typed(form, "promise"), ...day },
      {
        onSuccess: () => {
          toast.success(t("promise.noted", { day: dayInWords(day.dueOn) }));
          onClose();
          router.refresh();
        },
      },
    );
  }

  return (
    <Dialog
      open={text !== null}
      onOpenChange={(open) => {
        if (open) return;
        make.reset();
        onClose();
      }}
      title={t("promise.note")}
      description={t("promise.noteText")}
      closeLabel={t("promise.cancel")}
    >
      <form onSubmit={submit} className="grid gap-4">
        {problems
          .filter(({ fieldId }) => !["text", "dueOn", "ownerId"].includes(fieldId ?? ""))
          .map(({ message }) => (
            <Failure key={message}>{message}</Failure>
          ))}
        <Field name="promise" label={t("promise.text")} error={problemAt(problems, "text")}>
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              required
              maxLength={longestText}
              defaultValue={text?.slice(0, longestText)}
            />
          )}
        </Field>
        <DayFields
          dueOn={dayNamedIn(text ?? "", today) ?? ""}
          ownerId={frame.me ?? ""}
          colleagues={frame.colleagues}
          problems={problems}
        />
        <SubmitButton
          pending={make.isPending}
          pendingLabel={t("promise.noting")}
          className="justify-self-start"
        >
          {t("promise.note")}
        </SubmitButton>
      </form>
    </Dialog>
  );
}
