import { cookies, headers } from "next/headers";
import { type Theme, themeCookie, themeHeader, themeOf } from "./theme.ts";

/** The theme this address or this browser asked for. */
export async function currentTheme(): Promise<Theme> {
  const [asked, store] = await Promise.all([headers(), cookies()]);
  return themeOf(asked.get(themeHeader) ?? store.get(themeCookie)?.value);
}
