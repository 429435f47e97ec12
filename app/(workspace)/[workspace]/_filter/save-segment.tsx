"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { problemAt, problemsOf, typed } from "#app/_form/problems.ts";
import { listText } from "#app/_i18n/format.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Field } from "#app/_ui/field.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { toast } from "#app/_ui/toast.ts";
import { appTranslator } from "#server/i18n/translate-app.ts";
import type { SegmentFilter } from "#server/segment/schema.ts";

const t = appTranslator("filter");
const errors = appTranslator("errors");

type SaveSegmentProps = {
  workspace: string;
  filter: SegmentFilter;
  said: readonly string[];
  mayShare: boolean;
  /** The segment that says the same already. */
  same?: string;
  onSaved: () => void;
};

/** Keeps what the page is narrowed to under a name, for oneself or for everybody. */
export function SaveSegment({ workspace, filter, said, mayShare, same, onSaved }: SaveSegmentProps) {
  const router = useRouter();
  const save = useMutation(
    useTRPC().segment.save.mutationOptions({
      onSuccess() {
        toast.success(t("segments.saved"));
        onSaved();
        router.refresh();
      },
    }),
  );
  const problems = problemsOf(save.error, errors("unreachable"));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    event.stopPropagation();
    const form = new FormData(event.currentTarget);
    save.mutate({ workspace, name: typed(form, "name"), filter, shared: form.has("shared") });
  }

  return (
    <section aria-labelledby="save-filters" className="border-t border-line pt-4">
      <h3 id="save-filters" className="text-sm font-medium text-muted">
        {t("segments.save")}
      </h3>
      <p id="filter" className="mt-1 font-medium">
        {said.length > 0 ? listText(said) : t("segments.nothing")}
      </p>
      {same && <p className="mt-1 text-muted">{t("segments.same", { name: same })}</p>}
      {said.length > 0 && !same && (
        <form method="post" noValidate onSubmit={submit} className="mt-3 grid gap-3">
          <ErrorSummary title={errors("formTitle")} errors={problems} />
          <Field name="name" label={t("segments.name")} error={problemAt(problems, "name")}>
            {(control) => <TextInput {...control} autoComplete="off" required />}
          </Field>
          {mayShare && (
            <Checkbox
              id="shared"
              name="shared"
              value="yes"
              label={t("segments.share")}
              hint={t("segments.shareHint")}
            />
          )}
          <SubmitButton
            pendingLabel={t("segments.saving")}
            pending={save.isPending}
            className="justify-self-start"
          >
            {t("segments.save")}
          </SubmitButton>
        </form>
      )}
    </section>
  );
}
