"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { problemsOf } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { Notice } from "#app/_ui/notice.tsx";
import { shared, t } from "../../_campaigns/words.ts";

type EndTestProps = { workspace: string; id: string; version: "a" | "b"; people: number };

/** Asks once more before one version goes to all who are left, whatever the test has shown. */
export function EndTest({ workspace, id, version, people }: EndTestProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { mutate, error, isPending } = useMutation(
    useTRPC().campaign.endTest.mutationOptions({
      onSuccess() {
        setOpen(false);
        router.refresh();
      },
    }),
  );
  const [problem] = problemsOf(error, shared("unreachable"));
  const name = version.toUpperCase();
  return (
    <Dialog
      title={t("test.endTitle")}
      description={t("test.endText", { n: people, version: name })}
      closeLabel={t("command.close")}
      trigger={<Button>{t("test.sendRest", { version: name })}</Button>}
      open={open}
      onOpenChange={setOpen}
    >
      {problem && (
        <div className="mb-4">
          <Notice tone="alarm" title={t("command.failed")} live>
            {problem.message}
          </Notice>
        </div>
      )}
      <div className="flex justify-end">
        <Button
          variant="primary"
          aria-disabled={isPending || undefined}
          onClick={() => !isPending && mutate({ workspace, id, winner: version })}
        >
          {t("test.sendRest", { version: name })}
        </Button>
      </div>
    </Dialog>
  );
}
