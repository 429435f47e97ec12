/** What the choice of period or comparison says when the two dates beside it count. */
export const ownDates = "dates";

/** The button that notes what happened on a day. */
export const annotateButton = "annotate";
