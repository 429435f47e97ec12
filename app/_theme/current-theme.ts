import { cookies } from "next/headers";
import { type Theme, themeCookie, themeOf } from "./theme.ts";

/** The theme this browser asked for. */
export async function currentTheme(): Promise<Theme> {
  const store = await cookies();
  return themeOf(store.get(themeCookie)?.value);
}
