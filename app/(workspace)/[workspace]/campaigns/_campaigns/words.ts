import type { Role } from "#server/context.ts";
import { appTranslator } from "#server/i18n/translate-app.ts";

/** The words of the campaign pages. */
export const t = appTranslator("campaigns");
export const shared = appTranslator("errors");

/** Whether somebody in `role` may make and send campaigns; the server asks again. */
export const managesCampaigns = (role: Role) => role === "admin" || role === "manager";
