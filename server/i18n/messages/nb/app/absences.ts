import type { absences as english } from "../../en/app/absences.ts";
import type { Translated } from "../../translated.ts";

export const absences: Translated<typeof english> = {
  title: "Fravær",
  ownText:
    "Når du er borte, vikarierer en kollega for deg: nye saker til deg går til kollegaen, og varslene dine også. Sakene du har, forblir dine.",
  allText:
    "Når noen er borte, vikarierer en kollega: nye saker går til kollegaen, og varslene også. Åpne saker blir der de er, og sier hvem som vikarierer.",
  nobody: "Ingen er borte.",
  notAway: "Du er her.",
  who: "Hvem",
  fromDay: "Første dag",
  toDay: "Siste dag",
  cover: "Vikar",
  choose: "Velg en kollega",
  nobodyElse: "Inviter en kollega først; noen må kunne vikariere.",
  add: "Angi fravær",
  adding: "Angir…",
  added: "Angitt. {cover} vikarierer.",
  line: "{name}, {days}",
  standsIn: "{cover} vikarierer",
  end: "Avslutt",
  endNamed: "Avslutt: {name}, {days}",
  ended: "Fraværet for {name} er fjernet.",
  awayUntil: "Borte til {day}, {cover} vikarierer",
};
