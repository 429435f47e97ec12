import type { Role } from "#server/context.ts";
import { appTranslator } from "#server/i18n/translate-app.ts";

/** The words of the contact pages. */
export const t = appTranslator("contacts");

/** Whether somebody in `role` may add, change and import contacts; the server asks again. */
export const managesContacts = (role: Role) => role === "admin" || role === "manager";
