"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { toast } from "#app/_ui/toast.ts";
import { shared } from "../_settings/words.ts";
import { t } from "./words.ts";

/** Signs in once at the provider, for nothing but to see that it works; `said` is what came of it last. */
export function TryButton({ workspace, said }: { workspace: string; said: string }) {
  const router = useRouter();
  const [going, setGoing] = useState(false);

  async function go() {
    if (going) return;
    setGoing(true);
    try {
      const answer = await fetch("/api/auth/company/try", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ workspace }),
      });
      if (answer.ok) return location.assign((await answer.json()).url);
      router.refresh();
    } catch {
      toast.error(shared("unreachable"));
    }
    setGoing(false);
  }

  return (
    <div>
      <p className="text-muted">{t("tryText")}</p>
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button aria-disabled={going || undefined} onClick={go}>
          {t(going ? "trying" : "try")}
        </Button>
        <p role="status" className="min-w-0 text-sm text-muted break-words">
          {said}
        </p>
      </div>
    </div>
  );
}
