"use client";

import { useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Chip } from "#app/_ui/chip.tsx";
import { useActing } from "../_act/use-acting.ts";
import { words } from "../words.ts";
import { ChangePromise } from "./change-promise.tsx";
import { useKeeping } from "./use-promises.ts";
import { dueInWords } from "./words.ts";

export type OpenPromise = { id: string; text: string; dueOn: string; ownerId: string | null };

type OpenPromiseItemProps = {
  promise: OpenPromise;
  /** Called when it was kept, moved or withdrawn. */
  onChanged?: () => void;
};

/** An open promise: its words, day and owner, and what can become of it. */
export function OpenPromiseItem({ promise, onChanged }: OpenPromiseItemProps) {
  const t = words();
  const { frame } = useActing();
  const [changing, setChanging] = useState<"move" | "withdraw" | null>(null);
  const keep = useKeeping(onChanged);
  const due = dueInWords(promise.dueOn, new Date(), frame.timezone);
  const owner = frame.colleagues.find(({ id }) => id === promise.ownerId)?.name ?? t("unassigned");
  const about = { "aria-describedby": `promise-${promise.id}` };

  return (
    <li className="border-t border-line py-3 first:border-t-0 first:pt-0">
      <p id={`promise-${promise.id}`} className="max-w-[66ch] break-words">
        {promise.text}
      </p>
      <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <Chip tone={due.tone}>{due.text}</Chip>
        {owner}
      </p>
      {frame.mayAct &&
        (changing ? (
          <ChangePromise
            promise={promise}
            how={changing}
            onDone={(changed) => {
              setChanging(null);
              if (changed) onChanged?.();
            }}
          />
        ) : (
          <div className="mt-2 flex flex-wrap gap-2 print:hidden">
            <Button size="small" {...about} onClick={() => keep(promise.id)}>
              {t("promise.kept")}
            </Button>
            <Button size="small" variant="quiet" {...about} onClick={() => setChanging("move")}>
              {t("promise.moveTo")}
            </Button>
            <Button size="small" variant="quiet" {...about} onClick={() => setChanging("withdraw")}>
              {t("promise.withdrawOpen")}
            </Button>
          </div>
        ))}
    </li>
  );
}
