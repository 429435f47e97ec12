/** For how long an answer must not have changed before it is thanked for, in minutes. */
export const quietMinutes = 30;
