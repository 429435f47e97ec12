"use client";

import { useMutation } from "@tanstack/react-query";
import type { Words } from "#app/_i18n/words.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { toast } from "#app/_ui/toast.ts";

type RemoveSampleProps = {
  workspace: string;
  words: Words<
    "sampleRemove" | "sampleRemoveTitle" | "sampleRemoveText" | "sampleRemoveFailed" | "sampleKeep"
  >;
};

/** Removes the demonstration workspace, after asking once. */
export function RemoveSample({ workspace, words }: RemoveSampleProps) {
  const remove = useMutation(
    useTRPC().demo.remove.mutationOptions({
      onSuccess: () => location.assign("/"),
      onError: (error) => toast.error(words.sampleRemoveFailed, { description: error.message }),
    }),
  );
  return (
    <Dialog
      trigger={<Button size="small">{words.sampleRemove}</Button>}
      title={words.sampleRemoveTitle}
      description={words.sampleRemoveText}
      closeLabel={words.sampleKeep}
    >
      <Button variant="danger" disabled={remove.isPending} onClick={() => remove.mutate({ workspace })}>
        {words.sampleRemove}
      </Button>
    </Dialog>
  );
}
