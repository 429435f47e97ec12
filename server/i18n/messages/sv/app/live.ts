import type { live as english } from "../../en/app/live.ts";
import type { Translated } from "../../translated.ts";

export const live: Translated<typeof english> = {
  connecting: "Ansluter…",
  live: "Direkt",
  reconnecting: "Ansluter igen…",
  polling: "Uppdateras var 15:e s",
  paused: "Pausad",
  stopped: "Stoppad",
  pause: "Pausa",
  resume: "Fortsätt",
  newAnswer: "1 nytt svar",
  newAnswers: "{n} nya svar",
  manyNewAnswers: "Fler än {n} nya svar",
  removedTitle: "Du är inte längre medlem i arbetsytan",
  removedText: "Någon som administrerar den har tagit bort dig. Fråga om det är ett misstag.",
  home: "Gå till första sidan",
  signedOutTitle: "Du är utloggad",
  signedOutText: "Sidan står stilla. Logga in igen och kom tillbaka; det du skrev finns kvar.",
  signIn: "Logga in",
  factorTitle: "Arbetsytan kräver nu en andra faktor",
  factorText: "Sidan står stilla. Ställ in en och kom tillbaka; det du skrev finns kvar.",
  setUp: "Ställ in",
  newTab: "(i en ny flik)",
};
