"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { problemsOf } from "#app/_form/problems.ts";
import { toast } from "#app/_ui/toast.ts";
import { shared } from "./words.ts";

/** The dialog that asks before something ends, and what follows the ending: `said` tells that it has, a problem tells why not. */
export function useEnding(said: string) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const followed = {
    onSuccess() {
      setOpen(false);
      toast.success(said);
      router.refresh();
    },
    onError(error: Parameters<typeof problemsOf>[0]) {
      for (const { message } of problemsOf(error, shared("unreachable"))) toast.error(message);
    },
  };
  return { dialog: { open, onOpenChange: setOpen }, followed };
}
