/** The end of the link that no person can see: who follows it opens every link of a mail (RELIABILITY.md 2.1). */
export const decoyPath = "all";
