"use client";

import { clsx } from "clsx";
import { type ReactNode, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Failure } from "#app/_ui/failure.tsx";
import { appTranslator } from "#server/i18n/translate-app.ts";

const t = appTranslator("errors");

/** Ends this browser's session and leads to `next`; says so when it could not be ended, and stays. */
export function SignOutButton({
  next,
  className,
  children,
}: {
  next: string;
  className?: string;
  children: ReactNode;
}) {
  const [failed, setFailed] = useState(false);

  async function signOut() {
    setFailed(false);
    const answer = await fetch("/api/auth/sign-out", { method: "POST" }).catch(() => null);
    if (answer?.ok) location.assign(next);
    else setFailed(true);
  }

  return (
    <>
      {className ? (
        <button type="button" onClick={signOut} className={className}>
          {children}
        </button>
      ) : (
        <Button onClick={signOut}>{children}</Button>
      )}
      {failed && (
        <Failure ref={intoView} className={clsx("basis-full scroll-mb-4", className && "px-2.5 py-1.5")}>
          {t("stillSignedIn")}
        </Failure>
      )}
    </>
  );
}

/** What belongs to a person can be longer than a phone's screen, and this stands at its end. */
const intoView = (message: HTMLElement | null) => message?.scrollIntoView({ block: "nearest" });
