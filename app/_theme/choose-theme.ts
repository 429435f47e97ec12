"use server";

import { cookies } from "next/headers";
import { themeCookie, themeOf } from "./theme.ts";

const oneYear = 365 * 24 * 60 * 60;

/** Remembers the theme of the pressed button (field `theme`); works as a plain form post without JavaScript. */
export async function chooseTheme(form: FormData): Promise<void> {
  const store = await cookies();
  store.set(themeCookie, themeOf(form.get("theme")), {
    path: "/",
    maxAge: oneYear,
    sameSite: "lax",
    httpOnly: true,
  });
}
