import type { live as english } from "../../en/app/live.ts";
import type { Translated } from "../../translated.ts";

export const live: Translated<typeof english> = {
  connecting: "Forbinder…",
  live: "Live",
  reconnecting: "Forbinder igen…",
  polling: "Opdateres hvert 15. s",
  paused: "På pause",
  stopped: "Stoppet",
  pause: "Pause",
  resume: "Fortsæt",
  newAnswer: "1 nyt svar",
  newAnswers: "{n} nye svar",
  manyNewAnswers: "Flere end {n} nye svar",
  removedTitle: "Du er ikke længere medlem af arbejdsområdet",
  removedText: "En af administratorerne har fjernet dig. Spørg, hvis det er en fejl.",
  home: "Gå til forsiden",
  signedOutTitle: "Du er logget ud",
  signedOutText: "Siden står stille. Log ind igen, og kom tilbage; det, du skrev, er her stadig.",
  signIn: "Log ind",
  factorTitle: "Arbejdsområdet kræver nu en anden faktor",
  factorText: "Siden står stille. Sæt en op, og kom tilbage; det, du skrev, er her stadig.",
  setUp: "Sæt op",
  newTab: "(i en ny fane)",
};
