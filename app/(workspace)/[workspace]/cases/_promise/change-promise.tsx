"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { problemsOf, typed } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Failure } from "#app/_ui/failure.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { toast } from "#app/_ui/toast.ts";
import { focusFirst } from "../_act/focus-first.ts";
import { useActing } from "../_act/use-acting.ts";
import { words } from "../words.ts";
import type { OpenPromise } from "./open-promise.tsx";
import { DayFields, dayOf, ReasonField } from "./promise-fields.tsx";
import { dayInWords } from "./words.ts";

type ChangePromiseProps = {
  promise: OpenPromise;
  how: "move" | "withdraw";
  /** Called when it is done, or not wanted after all. */
  onDone(changed: boolean): void;
};

/** A new day for a promise, or its end, with the reason. */
export function ChangePromise({ promise, how, onDone }: ChangePromiseProps) {
  const t = words();
  const router = useRouter();
  const trpc = useTRPC();
  const { workspace, frame } = useActing();
  const move = useMutation(trpc.promise.move.mutationOptions());
  const withdraw = useMutation(trpc.promise.withdraw.mutationOptions());
  const { isPending, error } = how === "move" ? move : withdraw;
  const problems = problemsOf(error, t("promise.away"));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    event.stopPropagation();
    const form = new FormData(event.currentTarget);
    const input = { workspace, promiseId: promise.id, reason: typed(form, "reason") };
    const day = dayOf(form);
    const said = (message: string) => ({
      onSuccess: () => {
        toast.success(message);
        router.refresh();
        onDone(true);
      },
    });
    if (how === "withdraw") return withdraw.mutate(input, said(t("promise.wasWithdrawn")));
    move.mutate({ ...input, ...day }, said(t("promise.wasMoved", { day: dayInWords(day.dueOn) })));
  }

  return (
    <form ref={focusFirst} onSubmit={submit} className="mt-3 grid gap-3">
      {problems
        .filter(({ fieldId }) => !["reason", "dueOn", "ownerId"].includes(fieldId ?? ""))
        .map(({ message }) => (
          <Failure key={message}>{message}</Failure>
        ))}
      {how === "move" && (
        <DayFields
          dueOn={promise.dueOn}
          ownerId={promise.ownerId ?? frame.me ?? ""}
          colleagues={frame.colleagues}
          problems={problems}
        />
      )}
      <ReasonField problems={problems} />
      <div className="flex flex-wrap gap-2">
        <SubmitButton pending={isPending} pendingLabel={t("promise.changing")}>
          {t(how === "move" ? "promise.move" : "promise.withdraw")}
        </SubmitButton>
        <Button variant="quiet" onClick={() => onDone(false)}>
          {t("promise.leave")}
        </Button>
      </div>
    </form>
  );
}
