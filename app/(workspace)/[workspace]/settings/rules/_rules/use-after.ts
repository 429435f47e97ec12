"use client";

import { useRouter } from "next/navigation";
import { toast } from "#app/_ui/toast.ts";

/** Says what was done, or why it was not, and shows the page as it is then. */
export function useAfter(done: string) {
  const router = useRouter();
  return {
    onSuccess: () => void toast.success(done),
    onError: (error: { message: string }) => void toast.error(error.message),
    onSettled: () => router.refresh(),
  };
}
