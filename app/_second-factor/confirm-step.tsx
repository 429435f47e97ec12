"use client";

import { useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Notice } from "#app/_ui/notice.tsx";
import { shared, t } from "./words.ts";

/** Mails somebody a link that shows that their address is theirs; what comes next waits for it. */
export function ConfirmStep({ email, onCancel }: { email: string; onCancel?(): void }) {
  const [state, setState] = useState<"open" | "sending" | "sent" | "failed">("open");

  async function send() {
    if (state === "sending") return;
    setState("sending");
    const answer = await fetch("/api/auth/request-link", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email, purpose: "sign-in" }),
    }).catch(() => null);
    setState(answer?.ok ? "sent" : "failed");
  }

  if (state === "sent") {
    return (
      <Notice tone="ok" title={t("confirmSentTitle")} live>
        {t("confirmSentText", { email })}
      </Notice>
    );
  }
  return (
    <div className="grid gap-4">
      <ErrorSummary
        title={shared("formTitle")}
        errors={state === "failed" ? [{ message: t("confirmFailed") }] : []}
      />
      <p>{t("confirmText", { email })}</p>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" aria-disabled={state === "sending" || undefined} onClick={send}>
          {t("confirmSend")}
        </Button>
        {onCancel && <Button onClick={onCancel}>{t("cancel")}</Button>}
      </div>
    </div>
  );
}
