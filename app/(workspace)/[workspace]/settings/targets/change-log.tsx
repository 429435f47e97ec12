import { listText } from "#app/_i18n/format.ts";
import { Moment } from "#app/_ui/moment.tsx";
import { sayOwner, saySize, sayValue, words } from "../../_targets/say.ts";
import type { Found } from "./page.tsx";

type Target = Found["targets"][number];
type Version = Target["versions"][number];
type ChangeLogProps = { metric: Target["metric"]; versions: readonly Version[]; timezone: string };

/** Who set, changed and ended a target, when, what was before and after, and why; newest first. */
export function ChangeLog({ metric, versions, timezone }: ChangeLogProps) {
  const t = words();
  const lines = versions.map((version, index) => ({ version, before: versions[index - 1] })).reverse();
  return (
    <details className="mt-3">
      <summary className="w-fit rounded-mark py-1 text-sm text-brand underline underline-offset-3 max-sm:py-2.5">
        {t("log.title")} ({versions.length})
      </summary>
      <ol aria-label={t("log.title")} className="mt-2 grid gap-3 text-sm">
        {lines.map(({ version, before }) => (
          <li key={version.version} className="grid gap-x-4 sm:grid-cols-[11rem_minmax(0,1fr)]">
            <span className="text-muted">
              <Moment at={version.at} timeZone={timezone} />
            </span>
            <span className="max-w-[66ch]">
              {sayChange(metric, version, before)}
              {version.reason && (
                <>
                  {" "}
                  <span className="text-muted">{t("log.reason")}</span> {version.reason}
                </>
              )}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}

function sayChange(metric: Target["metric"], version: Version, before: Version | undefined): string {
  const t = words();
  const name = version.changedByName ?? (version.changedBy ? sayOwner(null) : t("log.nobody"));
  if (version.kind === "ended") return t("log.ended", { name });
  if (version.kind === "set" || !before) {
    return t("log.set", {
      name,
      goal: sayValue(metric, version.goal),
      minimum: saySize(metric, version.minimum),
      owner: sayOwner(version.ownerName),
    });
  }
  const what = [
    version.goal !== before.goal &&
      t("log.goal", { before: sayValue(metric, before.goal), after: sayValue(metric, version.goal) }),
    version.minimum !== before.minimum &&
      t("log.minimum", { before: before.minimum, after: version.minimum }),
    version.ownerId !== before.ownerId &&
      t("log.owner", { before: sayOwner(before.ownerName), after: sayOwner(version.ownerName) }),
  ].filter((part) => part !== false);
  return t("log.changed", { name, what: listText(what) });
}
