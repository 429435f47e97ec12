/** What agents and viewers see: everything, their teams' cases and answers, or those and what belongs to no team. */
export const sights = ["everything", "teams_and_none", "teams"] as const;
