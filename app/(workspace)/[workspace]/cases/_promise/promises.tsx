"use client";

import { useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Section } from "#app/_ui/section.tsx";
import type { listPromises } from "#server/promise/queries.ts";
import { useActing } from "../_act/use-acting.ts";
import { words } from "../words.ts";
import { NotePromiseDialog } from "./note-promise-dialog.tsx";
import { OpenPromiseItem } from "./open-promise.tsx";
import { dayInWords } from "./words.ts";

type Promised = Awaited<ReturnType<typeof listPromises>>[number];
type PromisesProps = { caseId: string; closed: boolean; promises: readonly Promised[] };

/** What was promised in a case: the open ones with what can become of them, and what became of the others. */
export function Promises({ caseId, closed, promises }: PromisesProps) {
  const t = words();
  const { frame } = useActing();
  const [noting, setNoting] = useState<string | null>(null);
  const open = promises.filter(({ endedAs }) => endedAs === null);
  const over = promises.filter(({ endedAs }) => endedAs !== null);
  const mayNote = frame.mayAct && !closed;
  if (promises.length === 0) return null;

  return (
    <div className="mb-6">
      <Section
        title={t("promise.title")}
        space="none"
        actions={
          mayNote && (
            <Button size="small" variant="quiet" onClick={() => setNoting("")}>
              {t("promise.note")}
            </Button>
          )
        }
      >
        {open.length > 0 && (
          <ul aria-label={t("promise.open")}>
            {open.map((promise) => (
              <OpenPromiseItem key={promise.id} promise={promise} />
            ))}
          </ul>
        )}
        {over.length > 0 && (
          <ul aria-label={t("promise.over")} className="grid gap-2 text-sm text-muted">
            {over.map((promise) => (
              <li key={promise.id} className="break-words">
                {t(`promise.${promise.endedAs!}Line`, { text: promise.text, day: dayInWords(promise.dueOn) })}
              </li>
            ))}
          </ul>
        )}
        <NotePromiseDialog caseId={caseId} text={noting} onClose={() => setNoting(null)} />
      </Section>
    </div>
  );
}
