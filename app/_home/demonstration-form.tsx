"use client";

import { useState } from "react";
import { Button } from "#app/_ui/button.tsx";

/** Loads the demonstration workspace and signs in to it; a plain form post, which says that it takes a moment. */
export function DemonstrationForm({ label, pendingLabel }: { label: string; pendingLabel: string }) {
  const [pending, setPending] = useState(false);
  return (
    <form method="post" action="/api/demonstration" onSubmit={() => setPending(true)}>
      <Button
        type="submit"
        aria-disabled={pending || undefined}
        onClick={(event) => pending && event.preventDefault()}
      >
        <span aria-live="polite">{pending ? pendingLabel : label}</span>
      </Button>
    </form>
  );
}
