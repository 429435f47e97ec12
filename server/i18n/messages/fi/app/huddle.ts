import type { huddle as english } from "../../en/app/huddle.ts";
import type { Translated } from "../../translated.ts";

export const huddle: Translated<typeof english> = {
  link: "Palaveripaketti",
  title: "Palaveri: {team}",
  everybody: "kaikki",
  status: "{days}. Vartti: miten meni, kenelle soitamme, mihin tartumme.",
  print: "Tulosta",
  printed: "{workspace}, tulostettu {day}",
  earlier: "Aiemmat päivät",
  later: "Myöhemmät päivät",
  figures: "1. Miten meni",
  waiting: {
    title: "2. Kuka odottaa meitä",
    none: "Kukaan ei odota meitä.",
    more: "{n, plural, one {# tapaus on avoinna} other {# tapausta on avoinna}} kaikkiaan; meitä tarvitsevat ensin.",
  },
  promised: {
    title: "3. Mitä lupasimme",
    made: "Luvattu",
    kept: "Pidetty ajallaan",
    rest: "{late, number} pidetty myöhemmin, {missed, number} vielä pitämättä, {moved, number} siirretty toiseen päivään",
    open: "Avoinna nyt",
    overdue: "Myöhässä nyt",
    teams: "Lupaukset tiimeittäin",
    next: "Seuraavaksi pidettävät",
    none: "Viikon sisällä ei ole pidettävää.",
  },
  unsolved: {
    title: "4. Suljettu mutta ei ratkennut",
    none: "Kukaan ei sanonut näinä päivinä, ettei asia ole ratkennut.",
    partly: "Sanoo, että asia on ratkennut osittain",
    no: "Sanoo, ettei asia ole ratkennut",
  },
  unhappy: {
    title: "5. Mitä tyytymättömät kirjoittivat",
    none: "Yksikään arvostelija ei kirjoittanut mitään näinä päivinä.",
  },
  happy: { title: "6. Mikä meni hyvin", none: "Yksikään suosittelija ei kirjoittanut mitään näinä päivinä." },
  take: { title: "7. Mihin tartumme", what: "Mitä", who: "Kuka", when: "Milloin" },
};
