"use client";

import type { startAuthentication } from "@simplewebauthn/browser";
import { useState } from "react";
import type { Problem } from "#app/_form/problems.ts";
import type { Words } from "#app/_i18n/words.ts";
import { Button } from "#app/_ui/button.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { ask, type RefusalWords, signInBy } from "./credentials.ts";
import type { passkeyKeys } from "./form-keys.ts";

type PasskeyButtonProps = { next: string; words: Words<(typeof passkeyKeys)[number]> & RefusalWords };

/** Signs in by a passkey of this browser; leads to `next`. */
export function PasskeyButton({ next, words }: PasskeyButtonProps) {
  const [problems, setProblems] = useState<Problem[]>([]);
  const [pending, setPending] = useState(false);

  async function signIn() {
    if (pending) return;
    setPending(true);
    const found = await tried();
    setProblems(found);
    if (found.length > 0) setPending(false);
  }

  async function tried(): Promise<Problem[]> {
    const { problems: refused, said } = await ask("/passkey/options", {}, words);
    if (refused.length > 0) return refused;
    const optionsJSON = said as Parameters<typeof startAuthentication>[0]["optionsJSON"];
    const response = await import("@simplewebauthn/browser")
      .then((passkeys) => passkeys.startAuthentication({ optionsJSON }))
      .catch(() => null);
    if (!response) return [{ message: words.passkeyNone }];
    return signInBy("/passkey/sign-in", { response }, words, next);
  }

  return (
    <div className="mt-4 grid gap-4">
      <ErrorSummary title={words.problemTitle} errors={problems} />
      <Button aria-disabled={pending || undefined} onClick={signIn}>
        {pending ? words.passkeyAsking : words.passkey}
      </Button>
    </div>
  );
}
