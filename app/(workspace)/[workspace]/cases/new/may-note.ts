import type { Role } from "#server/context.ts";

/** Whether somebody in `role` may open a case for a customer who came without an answer; the server asks again. */
export const mayNoteCases = (role: Role): boolean => role !== "viewer";
