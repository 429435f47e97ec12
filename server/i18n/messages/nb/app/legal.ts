import type { legal as english } from "../../en/app/legal.ts";
import type { Translated } from "../../translated.ts";

export const legal: Translated<typeof english> = {
  title: "Rettslig grunnlag",
  status:
    "På hvilket grunnlag kunder spørres, og hva hvert land godtar. Det er veiledning, ikke juridisk rådgivning.",
  saved: "Lagret",
  save: "Lagre",
  saving: "Lagrer…",
  defaults: "Der ikke annet er kjent",
  ground: "Grunnlag for nye kontakter",
  groundHint:
    "For dem som kommer uten. En import, et program eller en kollega kan angi det for hver kontakt.",
  country: "Land for kontakter som ikke angir noe",
  countryHint:
    "Et attributt «country» eller «land» angir det, ellers slutten av adressen, for eksempel .dk eller .fi.",
  countries: {
    DK: "Danmark",
    DE: "Tyskland",
    SE: "Sverige",
    NO: "Norge",
    FI: "Finland",
    other: "Alle andre land",
  },
  grounds: {
    consent: "Samtykke",
    existing_customer: "Kunde som har fått beskjed om retten til å protestere",
    neutral_survey: "Bare nøytral undersøkelse",
    none: "Ikke kjent",
  },
  groundHints: {
    existing_customer: "De har kjøpt av dere og fått vite at de kan protestere mot spørsmål på e-post.",
    neutral_survey: "De spørres bare med nøytrale undersøkelser, der landet deres godtar det.",
    none: "Bare personer med notert samtykke spørres, og andre med nøytrale undersøkelser der det godtas.",
  },
  rules: "Hva hvert land godtar",
  rulesText:
    "Den som ikke har et grunnlag som landet godtar, utelates fra en kampanje, og rapporten sier det. En endring gjelder for e-post som velges fra nå av.",
  accepts: "Godtatte grunnlag",
  accept: {
    consent: "Samtykke",
    existing_customer: "Kunder som har fått beskjed om retten til å protestere",
    neutral_survey: "En nøytral undersøkelse, uansett hvem som spørres",
  },
  reason: "Hvorfor",
  reasonHint: "Står ved siden av antallet utelatte.",
  changed: "Endret av {name} {when}.",
  proposed: "Tilbake til Svars forslag",
  field: {
    legend: "Hvorfor vi kan spørre",
    ground: "Rettslig grunnlag",
    usual: "Som for alle nye kontakter",
    source: "Hvor samtykket ble gitt",
    sourceHint: "For eksempel et skjema, en kontrakt eller en samtale.",
    date: "Dato for samtykke",
    import: "Grunnlag for disse kundene",
    importHint:
      "De som har en dato for samtykke i en egen kolonne, har det samtykket. Et notert samtykke erstattes aldri av mindre.",
  },
};
