/** How long the link of the mail works, in days. */
export const linkDays = 7;

/** Within this time after a mail was asked for, in milliseconds, asking again sends no other one. */
export const quietMs = 3_600_000;
