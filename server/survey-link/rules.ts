/**
 * How many answers a link takes from one address in ten minutes. A kiosk is one device that many people use, one
 * after the other; behind a link's address there may be a whole office.
 */
export const mostFromOneAddress = { link: 30, kiosk: 100 } as const;
export const limitWindowMs = 600_000;

/** How long a browser that may answer once is known, in seconds: half a year. */
export const onceSeconds = 180 * 86_400;

/** How long a page must have been shown before an answer from it can be a person's, in milliseconds. */
export const leastShownMs = 1_000;
