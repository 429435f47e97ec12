"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { problemsOf } from "#app/_form/problems.ts";
import { withinSentence } from "#app/_i18n/format.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Select } from "#app/_ui/select.tsx";
import { toast } from "#app/_ui/toast.ts";
import { roleName } from "#app/(workspace)/role-name.ts";
import { shared } from "../_settings/words.ts";
import { t } from "./words.ts";

const roles = ["viewer", "agent", "manager"] as const;

type JoiningChoiceProps = { workspace: string; role: string | null };

/** As what people join who were not invited; saved as soon as it is changed. */
export function JoiningChoice({ workspace, role }: JoiningChoiceProps) {
  const router = useRouter();
  const choose = useMutation(
    useTRPC().singleSignOn.chooseJoining.mutationOptions({
      onSuccess() {
        toast.success(t("changed"));
        router.refresh();
      },
      onError(error) {
        for (const { message } of problemsOf(error, shared("unreachable"))) toast.error(message);
      },
    }),
  );
  const chosen = choose.isPending ? choose.variables.role : role;
  return (
    <Field name="joining" label={t("joining")} hint={t("joiningHint")}>
      {(control) => (
        <Select
          {...control}
          value={chosen ?? ""}
          onChange={({ target }) =>
            choose.mutate({ workspace, role: roles.find((one) => one === target.value) ?? null })
          }
        >
          <option value="">{t("joiningNone")}</option>
          {roles.map((one) => (
            <option key={one} value={one}>
              {t("joiningAs", { role: withinSentence(roleName(one)) })}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
