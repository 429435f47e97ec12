import { Section } from "#app/_ui/section.tsx";
import { AnswerRow } from "#app/(workspace)/_nps/answer-row.tsx";
import { groupOf } from "#server/nps/groups.ts";
import { words } from "../words.ts";

type Person = {
  key: string;
  href: string;
  score: number | null;
  name: string;
  company: string | null;
  comment: string | null;
  locale: string | null;
  when: string | null;
};

/** Customers to talk about, each with what they wrote, or words that there is none. */
export function People({
  title,
  none,
  note,
  rows,
}: {
  title: string;
  none: string;
  note?: string | undefined;
  rows: Person[];
}) {
  return (
    <Section title={title} space="rule">
      {note && <p className="mb-2 text-sm text-muted">{note}</p>}
      {rows.length === 0 ? (
        <p className="text-muted">{none}</p>
      ) : (
        <ul>
          {rows.map(({ key, score, name, company, comment, locale, when, href }) => {
            const group = score === null ? undefined : groupOf(score);
            return (
              <AnswerRow
                key={key}
                group={group}
                groupLabel={group && words()(`group.${group}`)}
                score={score ?? undefined}
                name={name}
                company={company ?? undefined}
                href={href}
                when={when ?? undefined}
                comment={comment ?? undefined}
                commentLang={locale ?? undefined}
                lines={3}
              />
            );
          })}
        </ul>
      )}
    </Section>
  );
}
