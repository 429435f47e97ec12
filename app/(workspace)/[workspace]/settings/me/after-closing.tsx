"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Words } from "#app/_i18n/words.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import { toast } from "#app/_ui/toast.ts";
import type { AfterClosing } from "#server/case/after-closing.ts";

type AfterClosingProps = {
  workspace: string;
  chosen: AfterClosing;
  words: Words<AfterClosing | "legend" | "saved" | "failed">;
};

const choices: readonly AfterClosing[] = ["next", "list", "stay"];

/** Where one goes after closing a case; saved as soon as it is changed. */
export function AfterClosingChoice({ workspace, chosen, words }: AfterClosingProps) {
  const router = useRouter();
  const [shown, setShown] = useState(chosen);
  const choose = useMutation(
    useTRPC().case.chooseAfterClosing.mutationOptions({
      scope: { id: "after-closing" },
      onSuccess: () => toast.success(words.saved),
      onError: (error) => {
        setShown(chosen);
        toast.error(words.failed, { description: error.message });
      },
      onSettled: () => router.refresh(),
    }),
  );
  return (
    <RadioGroup
      name="afterClosing"
      legend={words.legend}
      options={choices.map((value) => ({ value, label: words[value] }))}
      value={shown}
      onValueChange={(value) => {
        const afterClosing = value as AfterClosing;
        setShown(afterClosing);
        choose.mutate({ workspace, afterClosing });
      }}
    />
  );
}
