/** What a link by mail is for. */
export const linkPurposes = ["password", "sign-in", "sign-up"] as const;

export type LinkPurpose = (typeof linkPurposes)[number];

/** How long a link works. */
export const linkMinutes: Record<LinkPurpose, number> = { password: 60, "sign-in": 10, "sign-up": 60 };
