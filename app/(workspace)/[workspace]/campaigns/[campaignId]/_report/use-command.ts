"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { problemsOf } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { shared } from "../../_campaigns/words.ts";

export type Command = "start" | "pause" | "resume" | "cancel" | "unschedule" | "endHold";

/** Gives `command` to a campaign and reads the page again. */
export function useCommand(
  workspace: string,
  id: string,
  command: Command,
  onProblem: (message: string) => void,
) {
  const router = useRouter();
  const { campaign } = useTRPC();
  const done = {
    onSuccess: () => router.refresh(),
    onError: (error: Parameters<typeof problemsOf>[0]) =>
      onProblem(problemsOf(error, shared("unreachable"))[0]?.message ?? shared("unexpected")),
  };
  const start = useMutation(campaign.start.mutationOptions(done));
  const pause = useMutation(campaign.pause.mutationOptions(done));
  const resume = useMutation(campaign.resume.mutationOptions(done));
  const cancel = useMutation(campaign.cancel.mutationOptions(done));
  const unschedule = useMutation(campaign.unschedule.mutationOptions(done));
  const endHold = useMutation(campaign.endHold.mutationOptions(done));
  const chosen = { start, pause, resume, cancel, unschedule, endHold }[command];
  return { give: () => chosen.mutateAsync({ workspace, id }).catch(() => {}), isPending: chosen.isPending };
}
