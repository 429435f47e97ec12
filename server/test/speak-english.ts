import { speak } from "#server/i18n/speak.ts";

/** What tests ask of the application's words is English unless they say otherwise. */
speak("en");
