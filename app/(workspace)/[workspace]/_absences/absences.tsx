import { AbsenceForm } from "./absence-form.tsx";
import { EndAbsence } from "./end-absence.tsx";
import type { Found } from "./found.ts";
import { sayDays, t } from "./words.ts";

type Person = { userId: string; name: string };

type AbsencesProps = {
  workspace: string;
  absences: Found["absences"];
  /** Everybody who works here. */
  members: readonly Person[];
  /** Whose days can be set: one's own, or those of all as a manager. */
  people: readonly Person[];
  /** What is said while nobody of them is away. */
  none: string;
};

/** Who is away and who stands in, and a form to set more days. */
export function Absences({ workspace, absences, members, people, none }: AbsencesProps) {
  return (
    <div className="grid gap-4">
      {absences.length === 0 && <p className="text-sm">{none}</p>}
      <ul className="text-sm empty:hidden">
        {absences.map(({ id, name, coverName, fromDay, toDay, mayEnd }) => {
          const days = sayDays(fromDay, toDay);
          return (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2"
            >
              <span className="min-w-0 break-words">
                {t("line", { name, days })} · {t("standsIn", { cover: coverName })}
              </span>
              {mayEnd && <EndAbsence workspace={workspace} absence={{ id, name, days }} />}
            </li>
          );
        })}
      </ul>
      {people.length > 0 &&
        (members.length > 1 ? (
          <AbsenceForm workspace={workspace} members={members} people={people} />
        ) : (
          <p className="text-sm text-muted">{t("nobodyElse")}</p>
        ))}
    </div>
  );
}
