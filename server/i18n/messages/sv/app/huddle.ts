import type { huddle as english } from "../../en/app/huddle.ts";
import type { Translated } from "../../translated.ts";

export const huddle: Translated<typeof english> = {
  link: "Pulsmöte",
  title: "Pulsmöte: {team}",
  everybody: "alla",
  status: "{days}. En kvart: hur det gick, vem vi ska ringa, vad vi tar oss an.",
  print: "Skriv ut",
  printed: "{workspace}, utskrivet {day}",
  earlier: "Dagarna före",
  later: "Dagarna efter",
  figures: "1. Hur det gick",
  waiting: {
    title: "2. Vilka som väntar på oss",
    none: "Ingen väntar på oss.",
    more: "{n, plural, one {# ärende är öppet} other {# ärenden är öppna}} sammanlagt; först de som behöver oss mest.",
  },
  promised: {
    title: "3. Vad vi lovade",
    made: "Lovat",
    kept: "Hållet i tid",
    rest: "{late, number} hållna senare, {missed, number} inte hållna än, {moved, number} flyttade till en annan dag",
    open: "Öppna nu",
    overdue: "Försenade nu",
    teams: "Löften per team",
    next: "Ska hållas härnäst",
    none: "Inget ska hållas inom en vecka.",
  },
  unsolved: {
    title: "4. Stängt, men inte löst",
    none: "Ingen sa under de här dagarna att det inte är löst.",
    partly: "Säger att det är delvis löst",
    no: "Säger att det inte är löst",
  },
  unhappy: { title: "5. Vad de missnöjda skrev", none: "Ingen kritiker skrev något under de här dagarna." },
  happy: { title: "6. Vad som gick bra", none: "Ingen ambassadör skrev något under de här dagarna." },
  take: { title: "7. Vad vi tar oss an", what: "Vad", who: "Vem", when: "Till när" },
};
