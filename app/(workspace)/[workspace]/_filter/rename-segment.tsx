"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { problemAt, problemsOf, typed } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Field } from "#app/_ui/field.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { toast } from "#app/_ui/toast.ts";
import { appTranslator } from "#server/i18n/translate-app.ts";
import type { NamedSegment } from "./segments.tsx";

const t = appTranslator("filter");
const shared = appTranslator("errors");

/** Gives a segment another name, in its own line. */
export function RenameSegment({ workspace, segment }: { workspace: string; segment: NamedSegment }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { id: segmentId, name } = segment;
  const rename = useMutation(
    useTRPC().segment.rename.mutationOptions({
      onSuccess() {
        toast.success(t("segments.renamed"));
        setOpen(false);
        router.refresh();
      },
    }),
  );
  const problems = problemsOf(rename.error, shared("unreachable"));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    event.stopPropagation();
    rename.mutate({ workspace, segmentId, name: typed(new FormData(event.currentTarget), "newName") });
  }

  if (!open) {
    return (
      <Button
        size="small"
        variant="quiet"
        aria-label={t("segments.renameOf", { name })}
        onClick={() => setOpen(true)}
      >
        {t("segments.rename")}
      </Button>
    );
  }
  return (
    <form method="post" noValidate onSubmit={submit} className="grid w-full gap-2 py-1">
      <Field
        name="newName"
        id={`name-${segmentId}`}
        label={t("segments.newName")}
        error={problemAt(problems, "name") ?? problems.find(({ fieldId }) => !fieldId)?.message}
      >
        {(control) => <TextInput {...control} defaultValue={name} autoComplete="off" autoFocus required />}
      </Field>
      <div className="flex gap-2">
        <SubmitButton
          variant="secondary"
          size="small"
          pendingLabel={t("segments.saving")}
          pending={rename.isPending}
        >
          {t("segments.rename")}
        </SubmitButton>
        <Button size="small" variant="quiet" onClick={() => setOpen(false)}>
          {t("segments.cancel")}
        </Button>
      </div>
    </form>
  );
}
