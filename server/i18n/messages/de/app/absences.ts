import type { absences as english } from "../../en/app/absences.ts";
import type { Translated } from "../../translated.ts";

export const absences: Translated<typeof english> = {
  title: "Abwesend",
  ownText:
    "Während du abwesend bist, vertritt dich jemand: Neue Fälle für dich gehen an die Vertretung, deine Meldungen ebenso. Fälle, die du hast, bleiben deine.",
  allText:
    "Während jemand abwesend ist, gibt es eine Vertretung: Neue Fälle gehen an sie, die Meldungen ebenso. Offene Fälle bleiben, wo sie sind, und nennen die Vertretung.",
  nobody: "Niemand ist abwesend.",
  notAway: "Du bist da.",
  who: "Wer",
  fromDay: "Erster Tag",
  toDay: "Letzter Tag",
  cover: "Vertretung",
  choose: "Person wählen",
  nobodyElse: "Lade zuerst jemanden ein; es braucht eine Vertretung.",
  add: "Tage eintragen",
  adding: "Wird eingetragen…",
  added: "Eingetragen. {cover} vertritt.",
  line: "{name}, {days}",
  standsIn: "{cover} vertritt",
  end: "Beenden",
  endNamed: "Beenden: {name}, {days}",
  ended: "Die Abwesenheit von {name} ist zurückgenommen.",
  awayUntil: "Bis {day} abwesend, Vertretung: {cover}",
};
