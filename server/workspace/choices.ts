/** For how many seconds a member can take a reply back after Send. */
export const undoSeconds = [0, 5, 10, 30] as const;
