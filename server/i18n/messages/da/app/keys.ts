import type { keys as english } from "../../en/app/keys.ts";
import type { Translated } from "../../translated.ts";

export const keys: Translated<typeof english> = {
  title: "Tastaturgenveje",
  text: "Én tast, trykket alene og uden for felter.",
  off: "Genveje med én tast er slået fra for dig.",
  settings: "Slå dem til eller fra i Min konto",
  close: "Luk",
  everywhere: "Overalt",
  sheet: "Tastaturgenveje",
  none: "Siden har ingen egne genveje.",
  escape: "Esc",
  left: "Venstrepil",
  right: "Højrepil",
  enter: "Enter",
  shift: "Skift",
  command: "Ctrl eller ⌘",
  menu: "Søg og kommandoer",
  menuTitle: "Søg og kommandoer",
  menuField: "Kunde, side eller kommando",
  menuNone: "Der er ikke noget, der passer. Prøv en del af et navn, en adresse eller en side.",
  menuHere: "På denne side",
  menuPlaces: "Gå til",
  menuCases: "Sager",
  menuContacts: "Kontakter",
};
