import type { absences as english } from "../../en/app/absences.ts";
import type { Translated } from "../../translated.ts";

export const absences: Translated<typeof english> = {
  title: "Poissa",
  ownText:
    "Kun olet poissa, kollega sijaistaa: uudet tapauksesi menevät hänelle, ja hän saa myös ilmoituksesi. Nykyiset tapauksesi pysyvät sinulla.",
  allText:
    "Kun joku on poissa, kollega sijaistaa: uudet tapaukset menevät hänelle, ja hän saa myös ilmoitukset. Avoimet tapaukset pysyvät paikallaan ja kertovat, kuka sijaistaa.",
  nobody: "Kukaan ei ole poissa.",
  notAway: "Olet paikalla.",
  who: "Kuka",
  fromDay: "Ensimmäinen päivä",
  toDay: "Viimeinen päivä",
  cover: "Kuka sijaistaa",
  choose: "Valitse kollega",
  nobodyElse: "Kutsu ensin kollega; jonkun on sijaistettava.",
  add: "Merkitse poissaolo",
  adding: "Merkitään…",
  added: "Merkitty. Sijaisena {cover}.",
  line: "{name}, {days}",
  standsIn: "sijaisena {cover}",
  end: "Päätä",
  endNamed: "Päätä: {name}, {days}",
  ended: "Poissaolo on peruttu: {name}.",
  awayUntil: "Poissa {day} asti, sijaisena {cover}",
};
