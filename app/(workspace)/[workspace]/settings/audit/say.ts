import { momentText } from "#app/_ui/moment-text.ts";
import type { AuditEntry } from "#server/audit/queries.ts";
import type { AuditAction } from "#server/audit/schema.ts";
import { sayCode, sayLabel } from "./say-code.ts";
import { t } from "./words.ts";

type Said = Pick<AuditEntry, "action" | "actorKind" | "actorName" | "subjectKind" | "subjectLabel"> &
  Pick<AuditEntry, "before" | "after">;
type Value = AuditEntry["before"][string];

/** Whoever acted: a colleague by the name they had, a key by its own, Svar, or somebody who has no name here. */
export function sayActor({ actorKind, actorName }: Pick<Said, "actorKind" | "actorName">): string {
  if (actorKind === "member" && actorName) return actorName;
  if (actorKind === "api-key" && actorName) return t("key", { name: actorName });
  return t(`actor.${actorKind}`);
}

/** An entry in one sentence. */
export function sayEntry(entry: Said): string {
  const { action, subjectKind, before, after } = entry;
  const what = sayLabel(entry) ?? t(`subject.${subjectKind}`);
  const [role, was] = [String(after.role ?? ""), String(before.role ?? "")];
  return t(`act.${action}`, { who: sayActor(entry), kind: entry.actorKind, what, role, was });
}

/** What the sentence says already. */
const said: Partial<Record<AuditAction, readonly string[]>> = {
  "people.invited": ["role"],
  "people.joined": ["role"],
  "people.role_changed": ["role"],
};

/** What is different, a line for each field. `timeZone`: that of the workspace. */
export function sayChanges({ action, before, after }: Said, timeZone: string): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .filter((name) => !said[action]?.includes(name))
    .map((name) => {
      const field = sayField(name);
      const [was, is] = [before[name], after[name]].map((value) =>
        value === undefined ? undefined : sayValue(action, name, value, timeZone),
      );
      if (was === undefined) return t("value", { field, value: is ?? "" });
      if (is === undefined) return t("valueBefore", { field, value: was });
      return t("change", { field, before: was, after: is });
    });
}

const sayField = (name: string) => (t.has(`field.${name as "role"}`) ? t(`field.${name as "role"}`) : name);

function sayValue(action: AuditAction, field: string, value: Value, timeZone: string): string {
  const word = (code: string) => sayCode(action, field, code) ?? (code === "none" ? t("none") : plain(code));
  if (value === null || value === "") return t("none");
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  if (Array.isArray(value))
    return value.length === 0 ? t("none") : value.map((one) => word(String(one))).join(", ");
  if (typeof value === "number") return String(value).replace("-", "\u2212");
  return moment(value, timeZone) ?? word(value);
}

/** Words of the program as people write them: `existing_customer` is "existing customer". */
const plain = (text: string) => (/^[a-z]+(_[a-z]+)+$/.test(text) ? text.replaceAll("_", " ") : text);

function moment(text: string, timeZone: string): string | null {
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? momentText(new Date(text), timeZone) : null;
}
