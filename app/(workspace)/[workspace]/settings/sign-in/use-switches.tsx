"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { problemsOf } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Select } from "#app/_ui/select.tsx";
import { toast } from "#app/_ui/toast.ts";
import { shared } from "../_settings/words.ts";
import { t } from "./words.ts";

type UseSwitchesProps = {
  workspace: string;
  on: boolean;
  demanded: boolean;
  keptId: string | null;
  administrators: { userId: string; name: string }[];
};

/** Whether people of the company may, and must, sign in at its provider; saved as soon as it is changed. */
export function UseSwitches({ workspace, on, demanded, keptId, administrators }: UseSwitchesProps) {
  const router = useRouter();
  const { singleSignOn } = useTRPC();
  const [kept, keep] = useState(keptId ?? administrators[0]?.userId ?? "");
  const options = {
    onSuccess() {
      toast.success(t("changed"));
      router.refresh();
    },
    onError(error: Parameters<typeof problemsOf>[0]) {
      for (const { message } of problemsOf(error, shared("unreachable"))) toast.error(message);
    },
  };
  const use = useMutation(singleSignOn.switch.mutationOptions(options));
  const demand = useMutation(singleSignOn.demand.mutationOptions(options));
  const isOn = use.isPending ? use.variables.on : on;
  const isDemanded = demand.isPending ? demand.variables.demanded : demanded;

  function choose(userId: string): void {
    keep(userId);
    if (demanded) demand.mutate({ workspace, demanded, keptId: userId });
  }

  return (
    <>
      <Checkbox
        label={t("on")}
        hint={t("onHint")}
        checked={isOn}
        onChange={({ target }) => use.mutate({ workspace, on: target.checked })}
      />
      <Field name="kept" label={t("kept")} hint={t("keptHint")}>
        {(control) => (
          <Select {...control} value={kept} onChange={({ target }) => choose(target.value)}>
            {administrators.map(({ userId, name }) => (
              <option key={userId} value={userId}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Checkbox
        label={t("demand")}
        hint={t("demandHint")}
        checked={isDemanded}
        onChange={({ target }) => demand.mutate({ workspace, demanded: target.checked, keptId: kept })}
      />
    </>
  );
}
