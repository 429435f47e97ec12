"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { problemsOf } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Notice } from "#app/_ui/notice.tsx";
import { shared, t } from "../../_campaigns/words.ts";

type StartButtonProps = {
  workspace: string;
  id: string;
  people: number;
  /** Why it cannot be sent as it is. */
  blocked: string | null;
  /** The time it waits for, in words. */
  at: string | null;
  /** Whether it asks after events. */
  listens: boolean;
};

/** Sends the campaign, or schedules it; pressed twice, it sends once. */
export function StartButton({ workspace, id, people, blocked, at, listens }: StartButtonProps) {
  const router = useRouter();
  const start = useMutation(
    useTRPC().campaign.start.mutationOptions({
      onSuccess() {
        router.push(`/${workspace}/campaigns/${id}`);
        router.refresh();
      },
    }),
  );
  const [problem] = problemsOf(start.error, shared("unreachable"));
  const busy = start.isPending || start.isSuccess;

  return (
    <div className="mt-6 grid justify-items-start gap-4">
      {blocked && <Notice tone="warn" title={blocked} />}
      {problem && (
        <Notice tone="alarm" title={t("review.failed")} live>
          {problem.message}
        </Notice>
      )}
      <Button
        variant="primary"
        disabled={blocked !== null}
        aria-disabled={busy || undefined}
        onClick={() => !busy && start.mutate({ workspace, id })}
      >
        <span aria-live="polite">
          {busy
            ? t("review.sending")
            : at
              ? t("review.schedule", { when: at })
              : listens
                ? t("review.listen")
                : t("review.send", { n: people })}
        </span>
      </Button>
    </div>
  );
}
