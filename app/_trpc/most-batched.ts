/** So many calls go in one request, and no more are answered. */
export const mostBatched = 10;
