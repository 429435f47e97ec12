import type { teams as english } from "../../en/app/teams.ts";
import type { Translated } from "../../translated.ts";

export const teams: Translated<typeof english> = {
  title: "Teams",
  status: "Wer in welchem Team arbeitet und was Betreuung und Einsicht sehen.",
  teams: "Teams",
  noTeams: "Es gibt noch keine Teams. Sie kommen mit deinen Kontakten: in der Spalte „Team“ eines Imports.",
  nobody: "Hier arbeitet noch niemand.",
  lead: "{name} (Leitung)",
  change: "Ändern",
  changeNamed: "Ändern, wer in {name} arbeitet",
  changeTitle: "Wer in {name} arbeitet",
  close: "Schließen",
  membersLegend: "Mitglieder",
  membersHint:
    "Man kann in mehreren Teams arbeiten. Wer ein Team leitet, steht unter Arbeitszeiten und gehört in jedem Fall dazu.",
  membersSaved: "Wer in {name} arbeitet, ist gespeichert.",
  save: "Speichern",
  saving: "Speichern…",

  sightTitle: "Was Betreuung und Einsicht sehen",
  sightText:
    "Ein Fall und eine Antwort gehören zu dem Team, das der Kunde hatte, als er gefragt wurde. Administration und Leitung sehen immer alles. Was jemandem zugewiesen ist, ihn in einer Notiz erwähnt oder ein Versprechen von ihm enthält, sieht er unabhängig vom Team; und was ihm zugewiesen ist, sieht auch die Vertretung.",
  seesLegend: "Betreuung und Einsicht sehen",
  sees: {
    everything: "Alle Fälle und Antworten",
    teams_and_none: "Fälle und Antworten der eigenen Teams und die ohne Team",
    teams: "Nur Fälle und Antworten der eigenen Teams",
  },
  seesHint: {
    everything: "Wer hier arbeitet, kann jedem Kunden helfen.",
    teams_and_none: "Was zu keinem Team gehört, bleibt für alle da.",
    teams: "Was zu keinem Team gehört, bleibt Leitung und Administration überlassen.",
  },
  previewTitle: "Was das bedeutet",
  unplaced: {
    teams_and_none:
      "{n, plural, one {# Person mit der Rolle Betreuung oder Einsicht ist in keinem Team und sähe} other {# Personen mit den Rollen Betreuung und Einsicht sind in keinem Team und sähen}} nur, was zu keinem Team gehört, ihnen zugewiesen ist oder sie erwähnt: {names}.",
    teams:
      "{n, plural, one {# Person mit der Rolle Betreuung oder Einsicht ist in keinem Team und sähe} other {# Personen mit den Rollen Betreuung und Einsicht sind in keinem Team und sähen}} nur, was ihnen zugewiesen ist oder sie erwähnt: {names}.",
  },
  allPlaced:
    "Alle mit den Rollen Betreuung und Einsicht sind in einem Team. Sie sähen dessen Fälle und Antworten und die Zahlen dazu.",
  keysSeeAll: "API-Schlüssel, Chatkanäle und Freigabelinks haben kein Team: Sie zeigen alles.",
  sightSaved: "Gespeichert. Es gilt sofort, auf jeder offenen Seite.",
  setBy: "Festgelegt von {name} am",
  setSince: "Festgelegt am",
};
