/** The key of the news that an answer of a case is overdue: one for each due time. */
export const overdueKey = ({ id, dueAt }: { id: string; dueAt: Date }): string =>
  `overdue:${id}:${dueAt.getTime()}`;

/** The key of the mail that tells a member of that news because they lead the team. */
export const escalationKey = (overdue: string, leadId: string): string => `case_${overdue}:${leadId}`;
