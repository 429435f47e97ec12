import type { keys as english } from "../../en/app/keys.ts";
import type { Translated } from "../../translated.ts";

export const keys: Translated<typeof english> = {
  title: "Hurtigtaster",
  text: "Én tast, trykket alene og utenfor felter.",
  off: "Hurtigtaster med én tast er slått av for deg.",
  settings: "Slå dem på eller av i Kontoen min",
  close: "Lukk",
  everywhere: "Overalt",
  sheet: "Hurtigtaster",
  none: "Siden har ingen egne hurtigtaster.",
  escape: "Esc",
  left: "Venstrepil",
  right: "Høyrepil",
  enter: "Enter",
  shift: "Skift",
  command: "Ctrl eller ⌘",
  menu: "Søk og kommandoer",
  menuTitle: "Søk og kommandoer",
  menuField: "Kunde, side eller kommando",
  menuNone: "Ingenting passer. Prøv en del av et navn, en adresse eller en side.",
  menuHere: "På denne siden",
  menuPlaces: "Gå til",
  menuCases: "Saker",
  menuContacts: "Kontakter",
};
