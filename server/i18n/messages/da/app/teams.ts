import type { teams as english } from "../../en/app/teams.ts";
import type { Translated } from "../../translated.ts";

export const teams: Translated<typeof english> = {
  title: "Teams",
  status: "Hvem der arbejder i hvilket team, og hvad sagsbehandlere og læsere ser.",
  teams: "Teams",
  noTeams: "Der er ingen teams endnu. De kommer med jeres kontakter: kolonnen »Team« i en import.",
  nobody: "Ingen arbejder i det endnu.",
  lead: "{name} (teamleder)",
  change: "Ret",
  changeNamed: "Ret, hvem der arbejder i {name}",
  changeTitle: "Hvem der arbejder i {name}",
  close: "Luk",
  membersLegend: "Medlemmer",
  membersHint:
    "Man kan arbejde i flere teams. Hvem der leder et team, angives under Arbejdstid, og vedkommende hører til det under alle omstændigheder.",
  membersSaved: "Hvem der arbejder i {name}, er gemt.",
  save: "Gem",
  saving: "Gemmer…",

  sightTitle: "Hvad sagsbehandlere og læsere ser",
  sightText:
    "En sag og et svar hører til det team, kunden havde, da spørgsmålet blev stillet. Administratorer og ledere ser altid alt. Det, der gives til en person eller nævner personen i en note, ser personen under alle omstændigheder; det gør den, der dækker, også.",
  seesLegend: "Sagsbehandlere og læsere ser",
  sees: {
    everything: "Alle sager og svar",
    teams_and_none: "Deres egne teams sager og svar og dem uden team",
    teams: "Kun deres egne teams sager og svar",
  },
  seesHint: {
    everything: "Den, der arbejder her, kan hjælpe enhver kunde.",
    teams_and_none: "Det, der ikke hører til noget team, forbliver alles.",
    teams: "Det, der ikke hører til noget team, overlades til ledere og administratorer.",
  },
  previewTitle: "Hvad det betyder",
  unplaced: {
    teams_and_none:
      "{n, plural, one {# sagsbehandler eller læser er} other {# sagsbehandlere og læsere er}} ikke med i noget team og ville kun se det, der ikke hører til noget team, gives til dem eller nævner dem: {names}.",
    teams:
      "{n, plural, one {# sagsbehandler eller læser er} other {# sagsbehandlere og læsere er}} ikke med i noget team og ville kun se det, der gives til dem eller nævner dem: {names}.",
  },
  allPlaced: "Alle sagsbehandlere og læsere er med i et team. De ville se dets sager og svar og tal om dem.",
  keysSeeAll: "API-nøgler, chatkanaler og delte links har intet team: de viser alt.",
  sightSaved: "Gemt. Det gælder straks, på enhver åben side.",
  setBy: "Sat af {name} den",
  setSince: "Sat den",
};
