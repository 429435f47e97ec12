"use client";

import { Handshake } from "lucide-react";
import { useDeferredValue, useMemo, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Icon } from "#app/_ui/icon.tsx";
import { likelyPromises } from "#server/promise/rules.ts";
import { useActing } from "../_act/use-acting.ts";
import { words } from "../words.ts";
import { dayInWords, todayIn } from "./words.ts";

type LikelyPromisesProps = {
  text: string;
  /** Those of the case, which are not offered again. */
  known: readonly string[];
  onNote(text: string): void;
};

/** What looks like a promise in the words of a reply, offered to be noted with its day. Nothing is noted by itself. */
export function LikelyPromises({ text, known, onNote }: LikelyPromisesProps) {
  const t = words();
  const { frame } = useActing();
  const [declined, setDeclined] = useState<readonly string[]>([]);
  const written = useDeferredValue(text);
  const likely = useMemo(() => likelyPromises(written, todayIn(frame.timezone)), [written, frame.timezone]);
  const offered = likely.filter((one) => !known.includes(one.text) && !declined.includes(one.text));

  return (
    <div role="status">
      {offered.length > 0 && (
        <ul aria-label={t("promise.likely")} className="grid gap-2">
          {offered.map((one) => (
            <li key={one.text} className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
              <span className="flex min-w-0 flex-1 basis-64 items-start gap-2">
                <Icon of={Handshake} className="mt-0.5" />
                <span className="min-w-0 break-words">
                  {t("promise.offer", { text: one.text, day: dayInWords(one.dueOn) })}
                </span>
              </span>
              <span className="flex gap-2">
                <Button size="small" onClick={() => onNote(one.text)}>
                  {t("promise.noteThis")}
                </Button>
                <Button
                  size="small"
                  variant="quiet"
                  onClick={() => setDeclined((before) => [...before, one.text])}
                >
                  {t("promise.decline")}
                </Button>
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
