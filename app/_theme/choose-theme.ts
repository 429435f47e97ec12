"use server";

import { cookies } from "next/headers";
import { cookieAttributes } from "#app/_security/policy.ts";
import { themeCookie, themeOf } from "./theme.ts";

/** Remembers the theme of the pressed button (field `theme`); works as a plain form post without JavaScript. */
export async function chooseTheme(form: FormData): Promise<void> {
  const store = await cookies();
  store.set(themeCookie, themeOf(form.get("theme")), cookieAttributes({ appUrl: process.env.APP_URL }));
}
