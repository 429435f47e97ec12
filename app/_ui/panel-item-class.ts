/** One line of a menu or of a disclosed panel. */
export const panelItemClass =
  "flex min-h-9 w-full cursor-pointer items-center gap-2.5 rounded-control px-2.5 py-1.5 text-left text-sm hover:bg-sunken focus-visible:shadow-none focus-visible:-outline-offset-2 max-sm:min-h-11";
