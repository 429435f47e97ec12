"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { toast } from "#app/_ui/toast.ts";
import { appTranslator } from "#server/i18n/translate-app.ts";
import { RenameSegment } from "./rename-segment.tsx";
import type { NamedSegment } from "./segments.tsx";

const t = appTranslator("filter");

type SegmentCommandsProps = { workspace: string; segment: NamedSegment; mayShare: boolean };

/** What can be done with a segment by whoever may change it: another name, everybody's, no more. */
export function SegmentCommands({ workspace, segment, mayShare }: SegmentCommandsProps) {
  const router = useRouter();
  const trpc = useTRPC();
  const done = (word: "sharedNow" | "ended") => ({
    onSuccess() {
      toast.success(t(`segments.${word}`));
      router.refresh();
    },
    onError: ({ message }: { message: string }) =>
      void toast.error(t("segments.failed"), { description: message }),
  });
  const share = useMutation(trpc.segment.share.mutationOptions(done("sharedNow")));
  const end = useMutation(trpc.segment.end.mutationOptions(done("ended")));
  const { id: segmentId, name } = segment;
  return (
    <div className="flex flex-wrap gap-1 px-1 pb-1">
      <RenameSegment workspace={workspace} segment={segment} />
      {mayShare && !segment.shared && (
        <Button
          size="small"
          variant="quiet"
          aria-label={t("segments.shareOf", { name })}
          onClick={() => share.mutate({ workspace, segmentId })}
        >
          {t("segments.shareNow")}
        </Button>
      )}
      <Button
        size="small"
        variant="quiet"
        aria-label={t("segments.endOf", { name })}
        onClick={() => end.mutate({ workspace, segmentId })}
      >
        {t("segments.end")}
      </Button>
    </div>
  );
}
