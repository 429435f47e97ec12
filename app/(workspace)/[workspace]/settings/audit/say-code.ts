import { languageText } from "#app/_i18n/format.ts";
import type { AuditEntry } from "#server/audit/queries.ts";
import type { AuditAction } from "#server/audit/schema.ts";
import { appTranslator } from "#server/i18n/translate-app.ts";
import { t } from "./words.ts";

type Say = (code: string) => string | null;

const contacts = appTranslator("contacts");
const legal = appTranslator("legal");
const alerts = appTranslator("alerts");
const imports = appTranslator("imports");
const shell = appTranslator("shell");
const surveys = appTranslator("surveys");
const targets = appTranslator("targets");
const teams = appTranslator("teams");
const workingTime = appTranslator("workingTime");

/** The message `path.code` of an area, where there is one. */
const among =
  (area: { has(key: never): boolean }, path: string): Say =>
  (code) => {
    const key = `${path}.${code}` as never;
    return area.has(key) ? (area as unknown as (key: string) => string)(key) : null;
  };

const role: Say = (code) => {
  const key = `role${code.charAt(0).toUpperCase()}${code.slice(1)}` as "roleAdmin";
  return shell.has(key) ? shell(key) : null;
};

const coded: Say = (code) => among(t, "coded")(code === "follow-up" ? "followUp" : code);
const language: Say = (code) => languageText(code);

/** Words of the program that stand in these fields, whatever was done. */
const byField: Record<string, Say> = {
  ...{ accepts: among(legal, "accept"), ground: among(legal, "grounds"), country: among(legal, "countries") },
  ...{ calendar: among(workingTime, "calendars"), family: among(t, "families") },
  ...{ kinds: among(alerts, "kind"), pace: among(alerts, "paces"), sees: among(teams, "sees") },
  ...{ locale: language, languages: language, role, joinsAs: role, narrowedBy: among(t, "field") },
  ...{ because: coded, panel: coded, password: coded, secret: coded, table: coded },
};

/** The same where one name stands for several things. */
const byFamily: Record<string, Record<string, Say>> = {
  alerts: { scope: among(alerts, "scopes") },
  imports: { kind: among(imports, "kinds") },
  sharing: { kind: among(surveys, "links.kind") },
  suppressions: { reason: among(contacts, "stops.because"), scope: among(contacts, "stops.reach") },
};

/** A word of the program in a field of an entry, as pages say it; null for what is none. */
export function sayCode(action: AuditAction, field: string, code: string): string | null {
  const family = action.slice(0, action.indexOf("."));
  const say = byFamily[family]?.[field] ?? byField[field];
  return say ? say(code) : null;
}

/** What an entry is about, by its name; countries and targets are kept by words of the program. */
export function sayLabel({ subjectKind, subjectLabel }: Pick<AuditEntry, "subjectKind" | "subjectLabel">) {
  if (subjectLabel === null) return null;
  if (subjectKind === "country") return among(legal, "countries")(subjectLabel) ?? subjectLabel;
  if (subjectKind === "target") return among(targets, "metric")(subjectLabel) ?? subjectLabel;
  return subjectLabel;
}
