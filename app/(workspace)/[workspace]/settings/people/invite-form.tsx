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
import { roleName } from "#app/(workspace)/role-name.ts";
import type { Role } from "#server/context.ts";
import { shared, t } from "../_settings/words.ts";

const roles: Role[] = ["agent", "manager", "admin", "viewer"];

export function InviteForm({ workspace }: { workspace: string }) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const invite = useMutation(
    useTRPC().workspace.inviteMember.mutationOptions({
      onSuccess({ email }) {
        toast.success(t("invited", { email }));
        form.current?.reset();
        router.refresh();
      },
    }),
  );
  const problems = problemsOf(invite.error, shared("unreachable"));

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const role = roles.find((one) => one === typed(given, "role")) ?? "viewer";
    invite.mutate({ workspace, email: typed(given, "email"), role });
  }

  return (
    <form ref={form} method="post" noValidate onSubmit={send} className="grid max-w-xl gap-4">
      <p className="text-muted">{t("inviteText")}</p>
      <ErrorSummary title={shared("formTitle")} errors={problems} />
      <div className="grid gap-4 sm:grid-cols-[1fr_11rem]">
        <Field name="email" label={t("email")} error={problemAt(problems, "email")}>
          {(control) => <TextInput {...control} type="email" autoComplete="off" required />}
        </Field>
        <Field name="role" label={t("role")} error={problemAt(problems, "role")}>
          {(control) => (
            <Select {...control} className="self-end">
              {roles.map((role) => (
                <option key={role} value={role}>
                  {roleName(role)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <SubmitButton pendingLabel={t("inviting")} pending={invite.isPending} className="justify-self-start">
        {t("invite")}
      </SubmitButton>
    </form>
  );
}
