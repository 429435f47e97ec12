import type { Role } from "#server/context.ts";
import { appTranslator } from "#server/i18n/translate-app.ts";

const t = appTranslator("shell");

const keys = {
  admin: "roleAdmin",
  manager: "roleManager",
  agent: "roleAgent",
  viewer: "roleViewer",
} as const satisfies Record<Role, string>;

/** A role in words. */
export function roleName(role: Role): string {
  return t(keys[role]);
}
