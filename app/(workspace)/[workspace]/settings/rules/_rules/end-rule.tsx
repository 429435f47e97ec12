"use client";

import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "#app/_trpc/client.tsx";
import { AskOnce } from "./ask-once.tsx";
import { useAfter } from "./use-after.ts";
import { t } from "./words.ts";

type EndRuleProps = { workspace: string; rule: { ruleId: string; version: number; name: string } };

/** Takes a rule off the list for good, after asking once. */
export function EndRule({ workspace, rule: { name, ...seen } }: EndRuleProps) {
  const end = useMutation(useTRPC().rule.end.mutationOptions(useAfter(t("endDone", { name }))));
  return (
    <AskOnce
      title={t("endNamed", { name })}
      text={t("endText")}
      label={t("end")}
      pending={end.isPending}
      onYes={() => end.mutate({ workspace, ...seen })}
    />
  );
}
