import { Moment } from "#app/_ui/moment.tsx";
import { Section } from "#app/_ui/section.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import type { PastCase } from "#server/case/past.ts";
import { dayInWords } from "../_promise/words.ts";
import { words } from "../words.ts";

type PastCasesProps = { past: readonly PastCase[]; workspace: string; timeZone: string };

/** The customer's other cases: how each ended, what was promised, and what colleagues wrote; nothing without any. */
export function PastCases({ past, workspace, timeZone }: PastCasesProps) {
  if (past.length === 0) return null;
  const t = words();
  return (
    <Section title={t("past.title")}>
      <ul className="grid gap-4 text-sm">
        {past.map((one) => (
          <li key={one.id} className="grid gap-1 break-words">
            <p>
              <TextLink href={`/${workspace}/cases/${one.id}`}>
                <Moment at={one.openedAt} timeZone={timeZone} style="date" />
              </TextLink>{" "}
              <span className="text-muted">
                · {one.cause ? t("closedAs", { cause: one.cause }) : t(`past.${one.state}`)}
              </span>
            </p>
            {one.promises.map((promise) => (
              <p key={promise.id}>
                {t(`promise.${promise.endedAs ?? "open"}Line`, {
                  text: promise.text,
                  day: dayInWords(promise.dueOn),
                })}
              </p>
            ))}
            {one.notes.map((note) => (
              <p key={note.id} className="line-clamp-3 text-muted">
                {t("past.note", { author: note.author ?? t("somebody"), text: note.text })}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}
