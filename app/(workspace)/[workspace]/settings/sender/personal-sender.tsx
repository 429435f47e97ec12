"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { problemsOf } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { toast } from "#app/_ui/toast.ts";
import { shared, t } from "../_settings/words.ts";

type PersonalSenderProps = { workspace: string; company: string; on: boolean };

/** Whether questions come from the colleague who knows the customer; saved as soon as it is changed. */
export function PersonalSender({ workspace, company, on }: PersonalSenderProps) {
  const router = useRouter();
  const [checked, setChecked] = useState(on);
  const set = useMutation(
    useTRPC().sendingDomain.setPersonalSender.mutationOptions({
      onSuccess() {
        toast.success(t("saved"));
        router.refresh();
      },
      onError(error) {
        setChecked(on);
        for (const { message } of problemsOf(error, shared("unreachable"))) toast.error(message);
      },
    }),
  );
  return (
    <Checkbox
      label={t("personal")}
      hint={t("personalHint", { company })}
      checked={checked}
      onChange={({ target }) => {
        setChecked(target.checked);
        set.mutate({ workspace, on: target.checked });
      }}
    />
  );
}
