import type { live as english } from "../../en/app/live.ts";
import type { Translated } from "../../translated.ts";

export const live: Translated<typeof english> = {
  connecting: "Verbinden…",
  live: "Live",
  reconnecting: "Neu verbinden…",
  polling: "Alle 15 s aktualisiert",
  paused: "Angehalten",
  stopped: "Angehalten",
  pause: "Anhalten",
  resume: "Fortsetzen",
  newAnswer: "1 neue Antwort",
  newAnswers: "{n} neue Antworten",
  manyNewAnswers: "Mehr als {n} neue Antworten",
  removedTitle: "Du bist nicht mehr Mitglied dieses Arbeitsbereichs",
  removedText: "Jemand aus der Administration hat dich entfernt. Frag dort nach, wenn das ein Versehen ist.",
  home: "Zur ersten Seite",
  signedOutTitle: "Du bist abgemeldet",
  signedOutText:
    "Diese Seite steht still. Melde dich wieder an und komm zurück; was du geschrieben hast, ist noch da.",
  signIn: "Anmelden",
  factorTitle: "Dieser Arbeitsbereich verlangt jetzt einen zweiten Faktor",
  factorText:
    "Diese Seite steht still. Richte einen ein und komm zurück; was du geschrieben hast, ist noch da.",
  setUp: "Einrichten",
  newTab: "(in neuem Tab)",
};
