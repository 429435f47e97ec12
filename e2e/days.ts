const days = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm" });

/** The day so many days from now in the time zone of the tests' workspaces, YYYY-MM-DD. */
export const dayFromNow = (count: number): string => days.format(Date.now() + count * 86_400_000);
