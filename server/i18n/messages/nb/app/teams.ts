import type { teams as english } from "../../en/app/teams.ts";
import type { Translated } from "../../translated.ts";

export const teams: Translated<typeof english> = {
  title: "Team",
  status: "Hvem som arbeider i hvilket team, og hva saksbehandlere og lesere ser.",
  teams: "Team",
  noTeams: "Det er ingen team ennå. De kommer med kontaktene deres: kolonnen «Team» i en import.",
  nobody: "Ingen arbeider i det ennå.",
  lead: "{name} (teamleder)",
  change: "Endre",
  changeNamed: "Endre hvem som arbeider i {name}",
  changeTitle: "Hvem som arbeider i {name}",
  close: "Lukk",
  membersLegend: "Medlemmer",
  membersHint:
    "Man kan arbeide i flere team. Hvem som leder et team, angis under Arbeidstid, og den hører til det uansett.",
  membersSaved: "Hvem som arbeider i {name}, er lagret.",
  save: "Lagre",
  saving: "Lagrer…",

  sightTitle: "Hva saksbehandlere og lesere ser",
  sightText:
    "En sak og et svar hører til teamet kunden hadde da spørsmålet ble stilt. Administratorer og ledere ser alltid alt. Det som gis til en person eller nevner personen i et notat, ser personen uansett; det gjør også den som vikarierer.",
  seesLegend: "Saksbehandlere og lesere ser",
  sees: {
    everything: "Alle saker og svar",
    teams_and_none: "Sakene og svarene til egne team, og de uten team",
    teams: "Bare sakene og svarene til egne team",
  },
  seesHint: {
    everything: "Den som arbeider her, kan hjelpe hver kunde.",
    teams_and_none: "Det som ikke hører til noe team, forblir alles.",
    teams: "Det som ikke hører til noe team, overlates til ledere og administratorer.",
  },
  previewTitle: "Hva det betyr",
  unplaced: {
    teams_and_none:
      "{n, plural, one {# saksbehandler eller leser er} other {# saksbehandlere og lesere er}} ikke med i noe team og ville bare se det som ikke hører til noe team, gis til dem eller nevner dem: {names}.",
    teams:
      "{n, plural, one {# saksbehandler eller leser er} other {# saksbehandlere og lesere er}} ikke med i noe team og ville bare se det som gis til dem eller nevner dem: {names}.",
  },
  allPlaced:
    "Alle saksbehandlere og lesere er med i et team. De ville se sakene og svarene dit, og tall om dem.",
  keysSeeAll: "API-nøkler, chattekanaler og delte lenker har ikke noe team: de viser alt.",
  sightSaved: "Lagret. Det gjelder med en gang, på hver åpne side.",
  setBy: "Satt av {name} den",
  setSince: "Satt den",
};
