import type { teams as english } from "../../en/app/teams.ts";
import type { Translated } from "../../translated.ts";

export const teams: Translated<typeof english> = {
  title: "Team",
  status: "Vilka som arbetar i vilket team, och vad handläggare och läsare ser.",
  teams: "Team",
  noTeams: "Det finns inga team än. De kommer med era kontakter: kolumnen ”Team” i en import.",
  nobody: "Ingen arbetar i det än.",
  lead: "{name} (teamledare)",
  change: "Ändra",
  changeNamed: "Ändra vilka som arbetar i {name}",
  changeTitle: "Vilka som arbetar i {name}",
  close: "Stäng",
  membersLegend: "Medlemmar",
  membersHint:
    "Man kan arbeta i flera team. Vem som leder ett team anges under Arbetstid, och den hör till det i vilket fall.",
  membersSaved: "Vilka som arbetar i {name} är sparat.",
  save: "Spara",
  saving: "Sparar…",

  sightTitle: "Vad handläggare och läsare ser",
  sightText:
    "Ett ärende och ett svar hör till det team som kunden hade när frågan ställdes. Administratörer och chefer ser alltid allt. Det som ges till någon, eller nämner personen i en anteckning, ser den i vilket fall; det gör också den som ersätter.",
  seesLegend: "Handläggare och läsare ser",
  sees: {
    everything: "Alla ärenden och svar",
    teams_and_none: "Sina egna teams ärenden och svar, och dem utan team",
    teams: "Bara sina egna teams ärenden och svar",
  },
  seesHint: {
    everything: "Den som arbetar här kan hjälpa varje kund.",
    teams_and_none: "Det som inte hör till något team förblir allas.",
    teams: "Det som inte hör till något team lämnas åt chefer och administratörer.",
  },
  previewTitle: "Vad det innebär",
  unplaced: {
    teams_and_none:
      "{n, plural, one {# handläggare eller läsare är} other {# handläggare och läsare är}} inte med i något team och skulle bara se det som inte hör till något team, ges till dem eller nämner dem: {names}.",
    teams:
      "{n, plural, one {# handläggare eller läsare är} other {# handläggare och läsare är}} inte med i något team och skulle bara se det som ges till dem eller nämner dem: {names}.",
  },
  allPlaced:
    "Alla handläggare och läsare är med i ett team. De skulle se dess ärenden och svar, och siffror om dem.",
  keysSeeAll: "API-nycklar, chattkanaler och delade länkar har inget team: de visar allt.",
  sightSaved: "Sparat. Det gäller genast, på varje öppen sida.",
  setBy: "Satt av {name} den",
  setSince: "Satt den",
};
