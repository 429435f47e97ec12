export const themes = ["light", "dark", "system"] as const;

export type Theme = (typeof themes)[number];

/** The cookie that carries the choice, read by the root layout so that the first paint is right. */
export const themeCookie = "theme";

/** The header by which proxy.ts hands on the theme that the address of a page asks for; it goes before the cookie. */
export const themeHeader = "x-svar-theme";

/** The theme a cookie value or a form field names; anything unknown means the system's own. */
export function themeOf(value: unknown): Theme {
  return themes.find((theme) => theme === value) ?? "system";
}
