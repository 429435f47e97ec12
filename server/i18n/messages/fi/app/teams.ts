import type { teams as english } from "../../en/app/teams.ts";
import type { Translated } from "../../translated.ts";

export const teams: Translated<typeof english> = {
  title: "Tiimit",
  status: "Ketkä työskentelevät missäkin tiimissä ja mitä käsittelijät ja katselijat näkevät.",
  teams: "Tiimit",
  noTeams: "Tiimejä ei vielä ole. Ne tulevat yhteystietojen mukana: tuonnin sarake ”Tiimi”.",
  nobody: "Kukaan ei vielä työskentele siinä.",
  lead: "{name} (vetäjä)",
  change: "Muuta",
  changeNamed: "Muuta jäseniä: {name}",
  changeTitle: "Tiimin jäsenet: {name}",
  close: "Sulje",
  membersLegend: "Jäsenet",
  membersHint:
    "Sama henkilö voi työskennellä useassa tiimissä. Tiimin vetäjä valitaan kohdassa Työaika, ja hän kuuluu tiimiin joka tapauksessa.",
  membersSaved: "Jäsenet on tallennettu: {name}.",
  save: "Tallenna",
  saving: "Tallennetaan…",

  sightTitle: "Mitä käsittelijät ja katselijat näkevät",
  sightText:
    "Tapaus ja vastaus kuuluvat sille tiimille, joka asiakkaalla oli kysyttäessä. Järjestelmänvalvojat ja esihenkilöt näkevät aina kaiken. Sen, mikä on annettu jollekulle, missä hänet mainitaan muistiinpanossa tai missä on hänen lupauksensa, hän näkee tiimistä riippumatta; jollekulle annetun näkee myös hänen sijaisensa.",
  seesLegend: "Käsittelijät ja katselijat näkevät",
  sees: {
    everything: "Kaikki tapaukset ja vastaukset",
    teams_and_none: "Omien tiimiensä sekä tiimittömät tapaukset ja vastaukset",
    teams: "Vain omien tiimiensä tapaukset ja vastaukset",
  },
  seesHint: {
    everything: "Kuka tahansa täällä voi auttaa ketä tahansa asiakasta.",
    teams_and_none: "Mikä ei kuulu millekään tiimille, on edelleen kaikkien.",
    teams: "Mikä ei kuulu millekään tiimille, jää esihenkilöille ja järjestelmänvalvojille.",
  },
  previewTitle: "Mitä tämä tarkoittaa",
  unplaced: {
    teams_and_none:
      "{n, plural, one {# käsittelijä tai katselija ei ole missään tiimissä ja näkisi} other {# käsittelijää tai katselijaa ei ole missään tiimissä ja näkisi}} vain sen, mikä ei kuulu millekään tiimille, on annettu hänelle tai missä hänet mainitaan: {names}.",
    teams:
      "{n, plural, one {# käsittelijä tai katselija ei ole missään tiimissä ja näkisi} other {# käsittelijää tai katselijaa ei ole missään tiimissä ja näkisi}} vain sen, mikä on annettu hänelle tai missä hänet mainitaan: {names}.",
  },
  allPlaced:
    "Kaikki käsittelijät ja katselijat ovat jossakin tiimissä. He näkisivät sen tapaukset ja vastaukset sekä niiden luvut.",
  keysSeeAll: "API-avaimilla, keskustelukanavilla ja jaetuilla linkeillä ei ole tiimiä: ne näyttävät kaiken.",
  sightSaved: "Tallennettu. Se on heti voimassa jokaisella avoimella sivulla.",
  setBy: "Asettaja {name},",
  setSince: "Asetettu",
};
