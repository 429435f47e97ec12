"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { dayText } from "#app/_i18n/format.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Notice } from "#app/_ui/notice.tsx";
import { toast } from "#app/_ui/toast.ts";
import type { getRetention } from "#server/retention/queries.ts";
import { shared } from "../_settings/words.ts";
import { t } from "./words.ts";

type HoldProps = {
  workspace: string;
  hold: NonNullable<Awaited<ReturnType<typeof getRetention>>["hold"]>;
  timeZone: string;
};

/** Says that removal is held, by whom and why, and ends that. */
export function Hold({ workspace, hold, timeZone }: HoldProps) {
  const router = useRouter();
  const end = useMutation(
    useTRPC().retention.endHold.mutationOptions({
      onSuccess() {
        toast.success(t("holdEnded"));
        router.refresh();
      },
      onError: () => toast.error(shared("unreachable")),
    }),
  );
  const { by, reason } = hold;
  const date = dayText(hold.at, timeZone);
  return (
    <div className="mb-4 max-w-4xl">
      <Notice
        tone="warn"
        title={t("held")}
        actions={
          <Button disabled={end.isPending} onClick={() => end.mutate({ workspace })}>
            {t("endHold")}
          </Button>
        }
      >
        {by ? t("heldBy", { name: by, date, reason }) : t("heldOn", { date, reason })}
      </Notice>
    </div>
  );
}
