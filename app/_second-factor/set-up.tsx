"use client";

import { useMutation } from "@tanstack/react-query";
import { problemsOf } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { ConfirmStep } from "./confirm-step.tsx";
import { PasswordStep } from "./password-step.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { ScanStep } from "./scan-step.tsx";
import { shared } from "./words.ts";

type SetUpProps = { email: string; proven: boolean; onDone(): void; onCancel?(): void };

/** Sets up an authenticator app: the address if need be, the password, the app's key, its first code, the recovery codes. */
export function SetUp({ email, proven, onDone, onCancel }: SetUpProps) {
  const api = useTRPC().auth;
  const begin = useMutation(api.beginSecondFactor.mutationOptions());
  const confirm = useMutation(api.confirmSecondFactor.mutationOptions());
  const unreachable = shared("unreachable");

  if (confirm.data) return <RecoveryCodes codes={confirm.data.codes} onStored={onDone} />;
  if (begin.data) {
    return (
      <ScanStep
        shown={begin.data}
        problems={problemsOf(confirm.error, unreachable)}
        pending={confirm.isPending}
        onCode={(code) => confirm.mutate({ code })}
      />
    );
  }
  if (!proven) return <ConfirmStep email={email} onCancel={onCancel} />;
  return (
    <PasswordStep
      email={email}
      problems={problemsOf(begin.error, unreachable)}
      pending={begin.isPending}
      onPassword={(password) => begin.mutate({ password })}
      onCancel={onCancel}
    />
  );
}
