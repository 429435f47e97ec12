"use client";

import type { ReactNode } from "react";
import { Button } from "#app/_ui/button.tsx";

/** Ends this browser's session and leads to `next`. */
export function SignOutButton({
  next,
  className,
  children,
}: {
  next: string;
  className?: string;
  children: ReactNode;
}) {
  async function signOut() {
    await fetch("/api/auth/sign-out", { method: "POST" });
    location.assign(next);
  }
  return className ? (
    <button type="button" onClick={signOut} className={className}>
      {children}
    </button>
  ) : (
    <Button onClick={signOut}>{children}</Button>
  );
}
