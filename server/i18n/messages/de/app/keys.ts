import type { keys as english } from "../../en/app/keys.ts";
import type { Translated } from "../../translated.ts";

export const keys: Translated<typeof english> = {
  title: "Tastenkürzel",
  text: "Eine Taste, allein gedrückt und außerhalb von Feldern.",
  off: "Kürzel mit einer Taste sind bei dir ausgeschaltet.",
  settings: "Unter „Mein Konto“ ein- oder ausschalten",
  close: "Schließen",
  everywhere: "Überall",
  sheet: "Tastenkürzel",
  none: "Diese Seite hat keine eigenen Kürzel.",
  escape: "Esc",
  left: "Pfeil links",
  right: "Pfeil rechts",
  enter: "Eingabe",
  shift: "Umschalt",
  command: "Strg oder ⌘",
  menu: "Suche und Befehle",
  menuTitle: "Suche und Befehle",
  menuField: "Kunde, Seite oder Befehl",
  menuNone: "Nichts passt. Versuche es mit einem Teil eines Namens, einer Adresse oder einer Seite.",
  menuHere: "Auf dieser Seite",
  menuPlaces: "Gehe zu",
  menuCases: "Fälle",
  menuContacts: "Kontakte",
};
