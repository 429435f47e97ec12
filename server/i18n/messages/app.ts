import type { Locale } from "../locales.ts";
import { app as da } from "./da/app.ts";
import { app as de } from "./de/app.ts";
import { app as en } from "./en/app.ts";
import { app as fi } from "./fi/app.ts";
import { app as nb } from "./nb/app.ts";
import { app as sv } from "./sv/app.ts";
import type { Translated } from "./translated.ts";

/** English decides which keys there are and which values each takes. */
export type AppMessages = typeof en;
export type AppArea = keyof AppMessages;

/** The staff application's words in every language it speaks; a language that lacks a text does not compile. */
export const appTexts: Record<Locale, Translated<AppMessages>> = { en, sv, da, nb, fi, de };
