/** The id of the field that searches the cases, which a key goes to. */
export const searchField = "case-search";
