"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { toast } from "#app/_ui/toast.ts";
import { words } from "../words.ts";
import type { DraftStore } from "./draft-store.ts";
import { useSecondsLeft } from "./use-seconds-left.ts";

export type HeldReply = {
  messageId: string;
  /** How long it waits from when the page was read, in milliseconds. */
  waitsMs: number;
  /** The chosen time in words; null while it waits only for being taken back. */
  planned: string | null;
  unlessAnswered: boolean;
  /** What becomes of the case then, in a sentence; empty if nothing does. */
  afterwards: string;
  /** Whose it is; null: one's own. */
  by: string | null;
};

type HeldRepliesProps = {
  workspace: string;
  held: HeldReply[];
  name: string;
  store: DraftStore;
  onBack(): void;
};

/** The replies that have not left, when they do, and the way to take each back. */
export function HeldReplies({ held, ...rest }: HeldRepliesProps) {
  return (
    <div role="status" className={held.length > 0 ? "grid gap-2" : "sr-only"}>
      {held.map((one) => (
        <Held key={one.messageId} one={one} {...rest} />
      ))}
    </div>
  );
}

function Held({ one, workspace, name, store, onBack }: Omit<HeldRepliesProps, "held"> & { one: HeldReply }) {
  const t = words();
  const router = useRouter();
  const seconds = useSecondsLeft(one.waitsMs);
  const takeBack = useMutation(useTRPC().case.takeBackReply.mutationOptions());

  async function undo() {
    if (takeBack.isPending) return;
    await store.flush();
    try {
      const { draft } = await takeBack.mutateAsync({ workspace, messageId: one.messageId });
      if (draft) store.adopt(draft);
      toast.success(t(draft ? "held.back" : "held.backTo", { who: one.by ?? "" }));
      if (draft) onBack();
    } catch (error) {
      toast.error(error instanceof Error ? error.message : t("failed"));
    }
    router.refresh();
  }

  const leaves = seconds === 0;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-control border border-line-strong bg-sunken px-4 py-2 text-sm">
      <p>
        {one.by && t("held.by", { who: one.by })} {leaves ? t("held.leaves") : sentence(one, name, seconds)}
      </p>
      {!leaves && (
        <Button size="small" aria-disabled={takeBack.isPending || undefined} onClick={undo}>
          {t(one.planned ? "held.callOff" : "held.undo")}
        </Button>
      )}
    </div>
  );
}

function sentence(one: HeldReply, name: string, seconds: number) {
  const t = words();
  if (one.planned) {
    const time = one.planned;
    return `${t(one.unlessAnswered ? "held.plannedUnless" : "held.planned", { time, name })} ${one.afterwards}`;
  }
  // Said once; a number that changes every second is not read out.
  return (
    <>
      <span className="sr-only">{t("held.said")}</span>
      <span aria-hidden="true" className="tabular-nums">
        {t("held.soon", { seconds })}
        {one.afterwards && "."}
      </span>{" "}
      {one.afterwards}
    </>
  );
}
