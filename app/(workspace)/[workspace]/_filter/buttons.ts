/** Where the keyboard goes to narrow a page, and to its saved segments. */
export const filterButton = "filter-first";
export const segmentsButton = "segments";
