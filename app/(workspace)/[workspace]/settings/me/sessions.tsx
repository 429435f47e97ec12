"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "#app/_ui/button.tsx";
import { t } from "../_settings/words.ts";
import { accountRequest } from "./account-request.ts";

/** In how many other browsers one is signed in, and the way to end that. */
export function Sessions({ others }: { others: number }) {
  const router = useRouter();
  const [pending, setPending] = useState(false);

  async function signOutOthers() {
    setPending(true);
    const refused = await accountRequest("/revoke-other-sessions");
    setPending(false);
    if (refused) return void toast.error(refused.message);
    toast.success(t("signedOutOthers"));
    router.refresh();
  }

  return (
    <div className="grid justify-items-start gap-4">
      <p>{t("sessionsText", { count: others })}</p>
      {others > 0 && (
        <Button aria-disabled={pending || undefined} onClick={() => pending || signOutOthers()}>
          {pending ? t("signingOut") : t("signOutOthers")}
        </Button>
      )}
    </div>
  );
}
