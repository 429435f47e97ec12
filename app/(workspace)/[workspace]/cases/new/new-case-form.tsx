"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { problemAt, problemsOf, typed } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Field } from "#app/_ui/field.tsx";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import { Select } from "#app/_ui/select.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { Textarea } from "#app/_ui/textarea.tsx";
import { waysToCome } from "#server/case/choices.ts";
import { useActing } from "../_act/use-acting.ts";
import { words } from "../words.ts";
import { CustomerFields, type KnownCustomer } from "./customer-fields.tsx";

/** Who came and how, what they said, whose case it is and by when. What was typed stays when the server refuses it. */
export function NewCaseForm({ known }: { known: KnownCustomer | null }) {
  const t = words();
  const router = useRouter();
  const { workspace, frame } = useActing();
  const [customer, setCustomer] = useState<KnownCustomer | "new" | null>(known);
  const note = useMutation(useTRPC().case.note.mutationOptions());
  const problems = problemsOf(note.error, t("newCase.away")).map((problem) => ({
    ...problem,
    fieldId: problem.fieldId?.replace(/^contact\./, "").replace(/^contactId$/, "find"),
  }));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const contact = {
      name: typed(form, "name"),
      email: typed(form, "email"),
      phone: typed(form, "phone"),
    };
    const cameBy = waysToCome.find((way) => way === form.get("cameBy")) ?? "phone";
    note.mutate(
      {
        ...{ workspace, cameBy, said: typed(form, "said"), ownerId: typed(form, "ownerId") || null },
        ...(customer === "new" ? { contact } : { contactId: customer?.id }),
        dueAt: typed(form, "dueAt") || undefined,
      },
      { onSuccess: ({ id, seen }) => router.push(`/${workspace}/cases/${seen ? id : ""}`) },
    );
  }

  return (
    <form onSubmit={submit} noValidate className="mt-6 grid max-w-lg gap-5">
      {problems.length > 0 && <ErrorSummary title={t("newCase.problem")} errors={problems} />}
      <CustomerFields customer={customer} onChoose={setCustomer} problems={problems} />
      <RadioGroup
        name="cameBy"
        legend={t("newCase.cameBy")}
        defaultValue="phone"
        options={waysToCome.map((way) => ({ value: way, label: t(`came.${way}`) }))}
      />
      <Field
        name="said"
        label={t("newCase.said")}
        hint={t("newCase.saidHint")}
        error={problemAt(problems, "said")}
      >
        {(control) => <Textarea {...control} rows={5} required maxLength={5000} />}
      </Field>
      <Field name="ownerId" label={t("owner")} error={problemAt(problems, "ownerId")}>
        {(control) => (
          <Select {...control} defaultValue={frame.me ?? ""}>
            {frame.colleagues.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field
        name="dueAt"
        label={t("newCase.dueAt")}
        optional={t("newCase.optional")}
        hint={t("newCase.dueHint", { timezone: frame.timezone })}
        error={problemAt(problems, "dueAt")}
      >
        {(control) => <TextInput {...control} type="datetime-local" />}
      </Field>
      <SubmitButton
        pending={note.isPending}
        pendingLabel={t("newCase.saving")}
        className="justify-self-start"
      >
        {t("newCase.submit")}
      </SubmitButton>
    </form>
  );
}
