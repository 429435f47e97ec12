"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { problemsOf } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { shared } from "../../_campaigns/words.ts";

/** Moves the reminder of a campaign, or calls it off with null, and reads the page again. */
export function useChangeReminder(workspace: string, id: string, onDone: () => void) {
  const router = useRouter();
  const { mutate, error, isPending } = useMutation(
    useTRPC().campaign.changeReminder.mutationOptions({
      onSuccess() {
        onDone();
        router.refresh();
      },
    }),
  );
  return {
    change: (at: string | null) => mutate({ workspace, id, at }),
    problem: problemsOf(error, shared("unreachable"))[0]?.message,
    isPending,
  };
}
