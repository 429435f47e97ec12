"use client";

import { type FormEvent, useState } from "react";
import type { Problem } from "#app/_form/problems.ts";

/**
 * Sends a form once at a time. `send` resolves to what stopped it; with nothing to say the form stays busy,
 * because another page is on its way.
 */
export function useSubmission(send: (form: FormData) => Promise<Problem[]>) {
  const [problems, setProblems] = useState<Problem[]>([]);
  const [pending, setPending] = useState(false);

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    const found = await send(new FormData(event.currentTarget));
    setProblems(found);
    if (found.length > 0) setPending(false);
  }

  return { problems, pending, onSubmit };
}
