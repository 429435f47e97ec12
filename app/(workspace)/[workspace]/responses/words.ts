import type { Role } from "#server/context.ts";
import { appTranslator } from "#server/i18n/translate-app.ts";

/** The words of the pages of answers. */
export const words = () => appTranslator("responses");

/** Whether this person may open a case by hand, which the server checks too. */
export const mayOpenCases = (role: Role): boolean => role !== "viewer";
