"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Notice } from "#app/_ui/notice.tsx";
import { t } from "../../_campaigns/words.ts";
import { CommandButton } from "./command-button.tsx";

type HoldProps = { workspace: string; id: string; seconds: number; manages: boolean };

/** The minute after the start in which nothing leaves: how much of it is left, and the two ways to end it. */
export function Hold({ workspace, id, seconds, manages }: HoldProps) {
  const left = useCountdown(seconds);
  if (left === 0) return null;
  const ask = { workspace, id };
  return (
    <div className="mt-6 max-w-2xl">
      <Notice
        tone="info"
        title={t("hold.title")}
        actions={
          manages && (
            <div className="flex flex-wrap gap-2">
              <CommandButton {...ask} command="pause" label={t("hold.stop")} variant="primary" />
              <CommandButton {...ask} command="endHold" label={t("hold.sendNow")} />
            </div>
          )
        }
      >
        <span role="timer">{t("hold.left", { n: left })}</span> {t("hold.text")}
      </Notice>
    </div>
  );
}

/** Seconds down to 0, when the page is read again. */
function useCountdown(seconds: number): number {
  const router = useRouter();
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const ends = performance.now() + seconds * 1000;
    const tick = setInterval(() => {
      const now = Math.max(0, Math.ceil((ends - performance.now()) / 1000));
      setLeft(now);
      if (now > 0) return;
      clearInterval(tick);
      router.refresh();
    }, 250);
    return () => clearInterval(tick);
  }, [seconds, router]);
  return left;
}
