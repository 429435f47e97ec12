import type { live as english } from "../../en/app/live.ts";
import type { Translated } from "../../translated.ts";

export const live: Translated<typeof english> = {
  connecting: "Kobler til…",
  live: "Direkte",
  reconnecting: "Kobler til igjen…",
  polling: "Oppdateres hvert 15. s",
  paused: "På pause",
  stopped: "Stoppet",
  pause: "Pause",
  resume: "Fortsett",
  newAnswer: "1 nytt svar",
  newAnswers: "{n} nye svar",
  manyNewAnswers: "Mer enn {n} nye svar",
  removedTitle: "Du er ikke lenger medlem av arbeidsområdet",
  removedText: "En av administratorene har fjernet deg. Spør hvis det er en feil.",
  home: "Gå til forsiden",
  signedOutTitle: "Du er logget ut",
  signedOutText: "Siden står stille. Logg inn igjen og kom tilbake; det du skrev, er her fortsatt.",
  signIn: "Logg inn",
  factorTitle: "Arbeidsområdet krever nå en andre faktor",
  factorText: "Siden står stille. Sett opp en og kom tilbake; det du skrev, er her fortsatt.",
  setUp: "Sett opp",
  newTab: "(i en ny fane)",
};
