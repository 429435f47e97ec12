import type { absences as english } from "../../en/app/absences.ts";
import type { Translated } from "../../translated.ts";

export const absences: Translated<typeof english> = {
  title: "Fravær",
  ownText:
    "Når du er fraværende, dækker en kollega for dig: dine nye sager går til kollegaen, og dine notifikationer også. De sager, du har, forbliver dine.",
  allText:
    "Når nogen er fraværende, dækker en kollega: nye sager går til kollegaen, og notifikationerne også. Åbne sager bliver, hvor de er, og siger, hvem der dækker.",
  nobody: "Ingen er fraværende.",
  notAway: "Du er her.",
  who: "Hvem",
  fromDay: "Første dag",
  toDay: "Sidste dag",
  cover: "Afløser",
  choose: "Vælg en kollega",
  nobodyElse: "Invitér først en kollega; nogen skal kunne dække.",
  add: "Angiv fravær",
  adding: "Angiver…",
  added: "Angivet. {cover} dækker.",
  line: "{name}, {days}",
  standsIn: "{cover} dækker",
  end: "Afslut",
  endNamed: "Afslut: {name}, {days}",
  ended: "Fraværet for {name} er fjernet.",
  awayUntil: "Fraværende til {day}, {cover} dækker",
};
