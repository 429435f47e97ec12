/** What the choice of period or comparison says when the two dates beside it count. */
export const ownDates = "dates";
