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
  newTab: "(i en ny fane)",
};
