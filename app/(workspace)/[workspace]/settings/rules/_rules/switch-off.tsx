"use client";

import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "#app/_trpc/client.tsx";
import { AskOnce } from "./ask-once.tsx";
import { useAfter } from "./use-after.ts";
import { t } from "./words.ts";

type SwitchOffProps = { workspace: string; rule: { ruleId: string; version: number; name: string } };

/** Lets a rule decide no more, after asking once. */
export function SwitchOff({ workspace, rule: { name, ...seen } }: SwitchOffProps) {
  const off = useMutation(useTRPC().rule.switchOff.mutationOptions(useAfter(t("offDone", { name }))));
  return (
    <AskOnce
      title={t("offNamed", { name })}
      text={t("offText")}
      label={t("off")}
      pending={off.isPending}
      onYes={() => off.mutate({ workspace, ...seen })}
    />
  );
}
