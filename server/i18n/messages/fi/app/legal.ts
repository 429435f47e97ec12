import type { legal as english } from "../../en/app/legal.ts";
import type { Translated } from "../../translated.ts";

export const legal: Translated<typeof english> = {
  title: "Oikeusperusteet",
  status: "Millä perusteella asiakkailta kysytään ja mitä kukin maa hyväksyy. Tämä on neuvo, ei lakiapua.",
  saved: "Tallennettu",
  save: "Tallenna",
  saving: "Tallennetaan…",
  defaults: "Kun muuta ei tiedetä",
  ground: "Uusien yhteystietojen peruste",
  groundHint:
    "Niille, jotka tulevat ilman perustetta. Tuonti, ohjelma tai kollega voi kertoa sen kullekin yhteystiedolle.",
  country: "Maa, kun yhteystieto ei kerro sitä",
  countryHint:
    "Sen kertoo ominaisuus ”country” tai ”land”, tai muuten osoitteen loppu, esimerkiksi .dk tai .fi.",
  countries: {
    DK: "Tanska",
    DE: "Saksa",
    SE: "Ruotsi",
    NO: "Norja",
    FI: "Suomi",
    other: "Kaikki muut maat",
  },
  grounds: {
    consent: "Suostumus",
    existing_customer: "Asiakas, jolle on kerrottu oikeudesta kieltäytyä",
    neutral_survey: "Vain neutraali kysely",
    none: "Ei tiedossa",
  },
  groundHints: {
    existing_customer:
      "He ovat ostaneet teiltä, ja heille on kerrottu, että he voivat kieltäytyä sähköpostikysymyksistä.",
    neutral_survey: "Heiltä kysytään vain neutraaleilla kyselyillä, jos heidän maansa hyväksyy ne.",
    none: "Kysytään vain niiltä, joiden suostumus on kirjattu, ja muilta neutraalilla kyselyllä, jos se hyväksytään.",
  },
  rules: "Mitä kukin maa hyväksyy",
  rulesText:
    "Se, jolla ei ole maansa hyväksymää perustetta, jätetään pois kampanjasta, ja raportti kertoo sen. Muutos koskee tästä lähtien valittavia viestejä.",
  accepts: "Hyväksytyt perusteet",
  accept: {
    consent: "Suostumus",
    existing_customer: "Asiakkaat, joille on kerrottu oikeudesta kieltäytyä",
    neutral_survey: "Neutraali kysely, keneltä tahansa kysytään",
  },
  reason: "Miksi",
  reasonHint: "Näkyy pois jätettyjen määrän vieressä.",
  changed: "Muuttanut {name} {when}.",
  proposed: "Palaa Svarin ehdotukseen",
  field: {
    legend: "Miksi saamme kysyä",
    ground: "Oikeusperuste",
    usual: "Kuten kaikilla uusilla yhteystiedoilla",
    source: "Missä suostumus annettiin",
    sourceHint: "Esimerkiksi lomake, sopimus tai keskustelu.",
    date: "Suostumuspäivä",
    import: "Näiden asiakkaiden peruste",
    importHint:
      "Niillä, joilla on suostumuspäivä omassa sarakkeessaan, on se suostumus. Kirjattua suostumusta ei koskaan korvata heikommalla.",
  },
};
