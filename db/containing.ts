/** A pattern for LIKE of all texts that contain `text`. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;
