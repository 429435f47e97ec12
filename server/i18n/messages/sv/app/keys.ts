import type { keys as english } from "../../en/app/keys.ts";
import type { Translated } from "../../translated.ts";

export const keys: Translated<typeof english> = {
  title: "Kortkommandon",
  text: "En tangent, tryckt ensam och utanför fält.",
  off: "Kortkommandon med en tangent är avstängda för dig.",
  settings: "Slå på eller av dem i Mitt konto",
  close: "Stäng",
  everywhere: "Överallt",
  sheet: "Kortkommandon",
  none: "Sidan har inga egna kortkommandon.",
  escape: "Esc",
  left: "Vänsterpil",
  right: "Högerpil",
  enter: "Retur",
  shift: "Skift",
  command: "Ctrl eller ⌘",
  menu: "Sök och kommandon",
  menuTitle: "Sök och kommandon",
  menuField: "Kund, sida eller kommando",
  menuNone: "Inget passar. Prova en del av ett namn, en adress eller en sida.",
  menuHere: "På den här sidan",
  menuPlaces: "Gå till",
  menuCases: "Ärenden",
  menuContacts: "Kontakter",
};
