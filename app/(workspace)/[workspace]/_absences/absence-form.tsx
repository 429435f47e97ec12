"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useRef } from "react";
import { problemAt, problemsOf, typed } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Select } from "#app/_ui/select.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { toast } from "#app/_ui/toast.ts";
import { appTranslator } from "#server/i18n/translate-app.ts";

const t = appTranslator("absences");
const shared = appTranslator("errors");

type Person = { userId: string; name: string };
type AbsenceFormProps = { workspace: string; members: readonly Person[]; people: readonly Person[] };

/** Asks who is away when, and who stands in; of one's own days alone, who is not asked. */
export function AbsenceForm({ workspace, members, people }: AbsenceFormProps) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const add = useMutation(
    useTRPC().absence.add.mutationOptions({
      onSuccess(_, { coverId }) {
        toast.success(t("added", { cover: members.find(({ userId }) => userId === coverId)?.name ?? "" }));
        form.current?.reset();
        router.refresh();
      },
    }),
  );
  const problems = problemsOf(add.error, shared("unreachable"));
  const [only, ...others] = people;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    add.mutate({
      workspace,
      userId: others.length === 0 ? (only?.userId ?? "") : typed(given, "userId"),
      fromDay: typed(given, "fromDay"),
      toDay: typed(given, "toDay"),
      coverId: typed(given, "coverId"),
    });
  }

  const colleague = (name: "userId" | "coverId", label: string, offered: readonly Person[]) => (
    <Field name={name} label={label} error={problemAt(problems, name)}>
      {(control) => (
        <Select {...control} className="self-end" defaultValue="">
          <option value="">{t("choose")}</option>
          {offered.map(({ userId, name: member }) => (
            <option key={userId} value={userId}>
              {member}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );

  return (
    <form ref={form} method="post" noValidate onSubmit={submit} className="grid max-w-xl gap-4">
      <ErrorSummary title={shared("formTitle")} errors={problems} />
      <div className="grid gap-4 sm:grid-cols-2">
        {others.length > 0 && colleague("userId", t("who"), people)}
        {others.length > 0 && colleague("coverId", t("cover"), members)}
        {(["fromDay", "toDay"] as const).map((name) => (
          <Field key={name} name={name} label={t(name)} error={problemAt(problems, name)}>
            {(control) => <TextInput {...control} type="date" className="self-end" required />}
          </Field>
        ))}
        {others.length === 0 &&
          colleague(
            "coverId",
            t("cover"),
            members.filter(({ userId }) => userId !== only?.userId),
          )}
      </div>
      <SubmitButton
        variant="secondary"
        pendingLabel={t("adding")}
        pending={add.isPending}
        className="justify-self-start"
      >
        {t("add")}
      </SubmitButton>
    </form>
  );
}
