import { Moment } from "#app/_ui/moment.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import type { AuditEntry } from "#server/audit/queries.ts";
import { sayChanges, sayEntry } from "./say.ts";
import { t } from "./words.ts";

type EntryListProps = { workspace: string; entries: readonly AuditEntry[]; timeZone: string };

/** Entries, newest first: when, what in one sentence with what is different, and from where. */
export function EntryList({ workspace, entries, timeZone }: EntryListProps) {
  return (
    <ol aria-label={t("list")} className="text-sm">
      {entries.map((entry) => (
        <li
          key={entry.id}
          className="grid gap-x-6 gap-y-1 border-b border-line py-3 sm:grid-cols-[9.5rem_minmax(0,1fr)_11rem]"
        >
          <span className="text-muted">
            <Moment at={entry.at} timeZone={timeZone} />
          </span>
          <div className="min-w-0 max-w-[66ch] wrap-anywhere">
            <p>{sayEntry(entry)}</p>
            {sayChanges(entry, timeZone).map((line) => (
              <p key={line} className="text-muted">
                {line}
              </p>
            ))}
            <Subject workspace={workspace} entry={entry} />
          </div>
          <span className="min-w-0 text-muted wrap-anywhere sm:text-right">
            {entry.address ?? t("addressUnknown")}
          </span>
        </li>
      ))}
    </ol>
  );
}

const places = { contact: "contacts", campaign: "campaigns", case: "cases" } as const;

/** The way to what the entry is about, where that has a page of its own. */
function Subject({ workspace, entry }: { workspace: string; entry: AuditEntry }) {
  const { subjectKind, subjectId } = entry;
  if (!subjectId || !hasPlace(subjectKind)) return null;
  return (
    <p>
      <TextLink href={`/${workspace}/${places[subjectKind]}/${subjectId}`}>
        {t(`open.${subjectKind}`)}
      </TextLink>
    </p>
  );
}

const hasPlace = (kind: string): kind is keyof typeof places => kind in places;
