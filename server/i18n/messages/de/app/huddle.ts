import type { huddle as english } from "../../en/app/huddle.ts";
import type { Translated } from "../../translated.ts";

export const huddle: Translated<typeof english> = {
  link: "Teambesprechung",
  title: "Teambesprechung: {team}",
  everybody: "alle",
  status: "{days}. Eine Viertelstunde: wie es lief, wen wir anrufen, was wir angehen.",
  print: "Drucken",
  printed: "{workspace}, gedruckt am {day}",
  earlier: "Die Tage davor",
  later: "Die Tage danach",
  figures: "1. Wie es lief",
  waiting: {
    title: "2. Wer auf uns wartet",
    none: "Niemand wartet auf uns.",
    more: "{n, plural, one {# Fall ist} other {# Fälle sind}} insgesamt offen; hier stehen die dringendsten.",
  },
  promised: {
    title: "3. Was wir versprochen haben",
    made: "Versprochen",
    kept: "Am Tag gehalten",
    rest: "{late, number} später gehalten, {missed, number} noch nicht gehalten, {moved, number} auf einen anderen Tag verschoben",
    open: "Jetzt offen",
    overdue: "Jetzt überfällig",
    teams: "Versprechen nach Team",
    next: "Als Nächstes einzuhalten",
    none: "Binnen einer Woche ist nichts einzuhalten.",
  },
  unsolved: {
    title: "4. Geschlossen und nicht gelöst",
    none: "Niemand hat an diesen Tagen gesagt, dass es nicht gelöst ist.",
    partly: "Sagt, es sei teilweise gelöst",
    no: "Sagt, es sei nicht gelöst",
  },
  unhappy: {
    title: "5. Was die Unzufriedenen schrieben",
    none: "An diesen Tagen hat kein Kritiker etwas geschrieben.",
  },
  happy: { title: "6. Was gut lief", none: "An diesen Tagen hat kein Promotor etwas geschrieben." },
  take: { title: "7. Was wir angehen", what: "Was", who: "Wer", when: "Bis wann" },
};
