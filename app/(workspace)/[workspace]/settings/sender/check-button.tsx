"use client";

import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { problemsOf } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { toast } from "#app/_ui/toast.ts";
import { shared, t } from "../_settings/words.ts";

const patienceMs = 20_000;

type CheckButtonProps = { workspace: string; domainId: string; checkedAt: string | null };

/** Has DNS asked once more; says so until the page shows a later check. */
export function CheckButton({ workspace, domainId, checkedAt }: CheckButtonProps) {
  const [askedAt, setAskedAt] = useState<string | null>();
  const waiting = askedAt !== undefined && askedAt === checkedAt;
  useEffect(() => {
    if (!waiting) return;
    const tired = setTimeout(() => setAskedAt(undefined), patienceMs);
    return () => clearTimeout(tired);
  }, [waiting]);
  const check = useMutation(
    useTRPC().sendingDomain.check.mutationOptions({
      onSuccess: () => setAskedAt(checkedAt),
      onError(error) {
        for (const { message } of problemsOf(error, shared("unreachable"))) toast.error(message);
      },
    }),
  );
  const busy = waiting || check.isPending;
  return (
    <Button aria-disabled={busy || undefined} onClick={() => !busy && check.mutate({ workspace, domainId })}>
      <span aria-live="polite">{t(busy ? "checking" : "checkAgain")}</span>
    </Button>
  );
}
