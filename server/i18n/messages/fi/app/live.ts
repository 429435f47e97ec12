import type { live as english } from "../../en/app/live.ts";
import type { Translated } from "../../translated.ts";

export const live: Translated<typeof english> = {
  connecting: "Yhdistetään…",
  live: "Reaaliajassa",
  reconnecting: "Yhdistetään uudelleen…",
  polling: "Päivittyy 15 s välein",
  paused: "Tauolla",
  stopped: "Pysäytetty",
  pause: "Tauko",
  resume: "Jatka",
  newAnswer: "1 uusi vastaus",
  newAnswers: "{n} uutta vastausta",
  manyNewAnswers: "Yli {n} uutta vastausta",
  removedTitle: "Et ole enää tämän työtilan jäsen",
  removedText: "Joku sen ylläpitäjistä on poistanut sinut. Kysy heiltä, jos se oli vahinko.",
  home: "Siirry aloitussivulle",
  signedOutTitle: "Olet kirjautunut ulos",
  signedOutText: "Tämä sivu on pysähtynyt. Kirjaudu uudelleen ja palaa tänne; kirjoittamasi on tallella.",
  signIn: "Kirjaudu",
  factorTitle: "Tämä työtila vaatii nyt toisen tunnistautumistavan",
  factorText: "Tämä sivu on pysähtynyt. Ota se käyttöön ja palaa tänne; kirjoittamasi on tallella.",
  setUp: "Ota käyttöön",
  newTab: "(uudessa välilehdessä)",
};
