export const themes = ["light", "dark", "system"] as const;

export type Theme = (typeof themes)[number];

/** The cookie that carries the choice, read by the root layout so that the first paint is right. */
export const themeCookie = "theme";

/** The theme a cookie value or a form field names; anything unknown means the system's own. */
export function themeOf(value: unknown): Theme {
  return themes.find((theme) => theme === value) ?? "system";
}
