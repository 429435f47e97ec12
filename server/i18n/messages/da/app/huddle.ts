import type { huddle as english } from "../../en/app/huddle.ts";
import type { Translated } from "../../translated.ts";

export const huddle: Translated<typeof english> = {
  link: "Tavlemøde",
  title: "Tavlemøde: {team}",
  everybody: "alle",
  status: "{days}. Et kvarter: hvordan det gik, hvem vi skal ringe til, hvad vi tager fat på.",
  print: "Udskriv",
  printed: "{workspace}, udskrevet {day}",
  earlier: "Dagene før",
  later: "Dagene efter",
  figures: "1. Hvordan det gik",
  waiting: {
    title: "2. Hvem der venter på os",
    none: "Ingen venter på os.",
    more: "{n, plural, one {# sag er åben} other {# sager er åbne}} i alt; dem, der har mest brug for os, først.",
  },
  promised: {
    title: "3. Hvad vi lovede",
    made: "Lovet",
    kept: "Holdt til tiden",
    rest: "{late, number} holdt senere, {missed, number} ikke holdt endnu, {moved, number} flyttet til en anden dag",
    open: "Åbne nu",
    overdue: "Forsinkede nu",
    teams: "Løfter pr. team",
    next: "Næste, der skal holdes",
    none: "Der skal ikke holdes noget inden for en uge.",
  },
  unsolved: {
    title: "4. Lukket, men ikke løst",
    none: "Ingen sagde på disse dage, at det ikke er løst.",
    partly: "Siger, at det er delvist løst",
    no: "Siger, at det ikke er løst",
  },
  unhappy: { title: "5. Hvad de utilfredse skrev", none: "Ingen kritiker skrev noget på disse dage." },
  happy: { title: "6. Hvad der gik godt", none: "Ingen ambassadør skrev noget på disse dage." },
  take: { title: "7. Hvad vi tager fat på", what: "Hvad", who: "Hvem", when: "Hvornår" },
};
