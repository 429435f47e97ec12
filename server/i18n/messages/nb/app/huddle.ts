import type { huddle as english } from "../../en/app/huddle.ts";
import type { Translated } from "../../translated.ts";

export const huddle: Translated<typeof english> = {
  link: "Tavlemøte",
  title: "Tavlemøte: {team}",
  everybody: "alle",
  status: "{days}. Et kvarter: hvordan det gikk, hvem vi skal ringe, hva vi tar tak i.",
  print: "Skriv ut",
  printed: "{workspace}, skrevet ut {day}",
  earlier: "Dagene før",
  later: "Dagene etter",
  figures: "1. Hvordan det gikk",
  waiting: {
    title: "2. Hvem som venter på oss",
    none: "Ingen venter på oss.",
    more: "{n, plural, one {# sak er åpen} other {# saker er åpne}} i alt; de som trenger oss mest, først.",
  },
  promised: {
    title: "3. Hva vi lovet",
    made: "Lovet",
    kept: "Holdt i tide",
    rest: "{late, number} holdt senere, {missed, number} ikke holdt ennå, {moved, number} flyttet til en annen dag",
    open: "Åpne nå",
    overdue: "Forsinket nå",
    teams: "Løfter per team",
    next: "Neste som skal holdes",
    none: "Ingenting skal holdes innen en uke.",
  },
  unsolved: {
    title: "4. Lukket, men ikke løst",
    none: "Ingen sa på disse dagene at det ikke er løst.",
    partly: "Sier at det er delvis løst",
    no: "Sier at det ikke er løst",
  },
  unhappy: { title: "5. Hva de misfornøyde skrev", none: "Ingen kritiker skrev noe på disse dagene." },
  happy: { title: "6. Hva som gikk bra", none: "Ingen ambassadør skrev noe på disse dagene." },
  take: { title: "7. Hva vi tar tak i", what: "Hva", who: "Hvem", when: "Til når" },
};
