import type { Role } from "#server/context.ts";
import { appTranslator } from "#server/i18n/translate-app.ts";

const t = appTranslator("en", "shell");

const names = {
  admin: t("roleAdmin"),
  manager: t("roleManager"),
  agent: t("roleAgent"),
  viewer: t("roleViewer"),
} satisfies Record<Role, string>;

/** A role in words. */
export function roleName(role: Role): string {
  return names[role];
}
