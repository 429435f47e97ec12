"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { problemAt, problemsOf, typed } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Fieldset } from "#app/_ui/fieldset.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { Textarea } from "#app/_ui/textarea.tsx";
import { toast } from "#app/_ui/toast.ts";
import type { DataProtection } from "#server/legal/queries.ts";
import { shared } from "../_settings/words.ts";
import { t } from "./words.ts";

const controller = ["controllerName", "controllerEmail", "controllerPhone", "controllerAddress"] as const;
const officer = ["officerName", "officerEmail", "officerPhone"] as const;
type Name = (typeof controller | typeof officer)[number];

/** Who answers for the data, and the data protection officer. */
export function ContactForm({ workspace, contact }: { workspace: string; contact: DataProtection }) {
  const router = useRouter();
  const set = useMutation(
    useTRPC().legal.setDataProtection.mutationOptions({
      onSuccess() {
        toast.success(t("saved"));
        router.refresh();
      },
    }),
  );
  const problems = problemsOf(set.error, shared("unreachable"));

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const written = Object.fromEntries([...controller, ...officer].map((name) => [name, typed(form, name)]));
    set.mutate({ workspace, ...(written as Record<Name, string>) });
  }

  const field = (name: Name) => (
    <Field key={name} name={name} label={t(name)} optional={t("optional")} error={problemAt(problems, name)}>
      {(control) =>
        name === "controllerAddress" ? (
          <Textarea {...control} rows={3} defaultValue={contact[name] ?? ""} maxLength={500} />
        ) : (
          <TextInput
            {...control}
            type={name.endsWith("Email") ? "email" : name.endsWith("Phone") ? "tel" : "text"}
            defaultValue={contact[name] ?? ""}
          />
        )
      }
    </Field>
  );

  return (
    <form method="post" noValidate onSubmit={save} className="max-w-4xl">
      <ErrorSummary title={shared("formTitle")} errors={problems} />
      <div className="mt-2 grid gap-x-12 gap-y-6 md:grid-cols-2">
        <Fieldset id="controller" legend={t("controller")}>
          <div className="mt-2 grid gap-4">{controller.map(field)}</div>
        </Fieldset>
        <Fieldset id="officer" legend={t("officer")} hint={t("officerHint")}>
          <div className="mt-2 grid gap-4">{officer.map(field)}</div>
        </Fieldset>
      </div>
      <SubmitButton variant="secondary" pendingLabel={t("saving")} pending={set.isPending} className="mt-6">
        {t("save")}
      </SubmitButton>
    </form>
  );
}
