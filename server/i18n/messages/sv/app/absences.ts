import type { absences as english } from "../../en/app/absences.ts";
import type { Translated } from "../../translated.ts";

export const absences: Translated<typeof english> = {
  title: "Frånvaro",
  ownText:
    "När du är borta ersätter en kollega dig: dina nya ärenden går till kollegan, och dina aviseringar också. Ärenden som du har förblir dina.",
  allText:
    "När någon är borta ersätts den av en kollega: nya ärenden går till kollegan, och aviseringarna också. Öppna ärenden ligger kvar och säger vem som ersätter.",
  nobody: "Ingen är borta.",
  notAway: "Du är här.",
  who: "Vem",
  fromDay: "Första dagen",
  toDay: "Sista dagen",
  cover: "Ersättare",
  choose: "Välj en kollega",
  nobodyElse: "Bjud först in en kollega; någon måste kunna ersätta.",
  add: "Ange frånvaro",
  adding: "Anger…",
  added: "Angett. {cover} ersätter.",
  line: "{name}, {days}",
  standsIn: "{cover} ersätter",
  end: "Avsluta",
  endNamed: "Avsluta: {name}, {days}",
  ended: "Frånvaron för {name} är borttagen.",
  awayUntil: "Borta till {day}, {cover} ersätter",
};
