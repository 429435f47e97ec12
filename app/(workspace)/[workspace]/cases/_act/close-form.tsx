"use client";

import { type FormEvent, useState } from "react";
import { Failure } from "#app/_ui/failure.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { BeforeClosing } from "../_promise/before-closing.tsx";
import { CloseFields, closingOf } from "../[caseId]/close-fields.tsx";
import type { AskWhether } from "../[caseId]/recovery.ts";
import type { NamedCase } from "./acting.tsx";
import { focusFirst } from "./focus-first.ts";
import { useActing } from "./use-acting.ts";

type CloseFormProps = {
  cases: readonly NamedCase[];
  ask: AskWhether;
  /** Returns what stood against it, in words, or null. What was filled in stays then. */
  close(closing: ReturnType<typeof closingOf>): Promise<string | null>;
  submit: string;
  submitting: string;
};

/** Shows the promises that are open, asks for cause and outcome, and whether the customer is to be asked later. */
export function CloseForm({ cases, ask, close, submit, submitting }: CloseFormProps) {
  const { frame } = useActing();
  const [pending, setPending] = useState(false);
  const [obstacle, setObstacle] = useState<string | null>(null);

  async function choose(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    event.stopPropagation(); // React's events leave a dialog for the form around it.
    if (pending) return;
    setPending(true);
    setObstacle(null);
    setObstacle(await close(closingOf(new FormData(event.currentTarget))));
    setPending(false);
  }

  return (
    <BeforeClosing cases={cases}>
      <form ref={focusFirst} onSubmit={choose} className="grid gap-4">
        <CloseFields ask={ask} frame={frame} />
        {obstacle && <Failure>{obstacle}</Failure>}
        <SubmitButton pending={pending} pendingLabel={submitting} className="justify-self-start">
          {submit}
        </SubmitButton>
      </form>
    </BeforeClosing>
  );
}
