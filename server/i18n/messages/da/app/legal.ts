import type { legal as english } from "../../en/app/legal.ts";
import type { Translated } from "../../translated.ts";

export const legal: Translated<typeof english> = {
  title: "Retsgrundlag",
  status:
    "På hvilket grundlag kunder spørges, og hvad hvert land accepterer. Det er vejledning, ikke juridisk rådgivning.",
  saved: "Gemt",
  save: "Gem",
  saving: "Gemmer…",
  defaults: "Hvor der ikke kendes andet",
  ground: "Grundlag for nye kontakter",
  groundHint:
    "For dem, der kommer uden. En import, et program eller en kollega kan angive det for hver kontakt.",
  country: "Land for kontakter, der ikke angiver noget",
  countryHint:
    "Et attribut »country« eller »land« angiver det, ellers adressens slutning, for eksempel .dk eller .fi.",
  countries: {
    DK: "Danmark",
    DE: "Tyskland",
    SE: "Sverige",
    NO: "Norge",
    FI: "Finland",
    other: "Alle andre lande",
  },
  grounds: {
    consent: "Samtykke",
    existing_customer: "Kunde, der har fået besked om retten til at gøre indsigelse",
    neutral_survey: "Kun neutral undersøgelse",
    none: "Ikke kendt",
  },
  groundHints: {
    existing_customer: "De har købt af jer og fået at vide, at de må gøre indsigelse mod spørgsmål på mail.",
    neutral_survey: "De spørges kun med neutrale undersøgelser, hvor deres land accepterer dem.",
    none: "Kun personer, hvis samtykke er noteret, spørges, og andre med neutrale undersøgelser, hvor det accepteres.",
  },
  rules: "Hvad hvert land accepterer",
  rulesText:
    "Den, der ikke har et grundlag, som landet accepterer, udelades af en kampagne, og rapporten siger det. En ændring gælder for mails, der vælges fra nu af.",
  accepts: "Accepterede grundlag",
  accept: {
    consent: "Samtykke",
    existing_customer: "Kunder, der har fået besked om retten til at gøre indsigelse",
    neutral_survey: "En neutral undersøgelse, uanset hvem der spørges",
  },
  reason: "Hvorfor",
  reasonHint: "Står ved siden af antallet af udeladte.",
  changed: "Ændret af {name} {when}.",
  proposed: "Tilbage til Svars forslag",
  field: {
    legend: "Hvorfor vi må spørge",
    ground: "Retsgrundlag",
    usual: "Som for alle nye kontakter",
    source: "Hvor samtykket blev givet",
    sourceHint: "For eksempel en formular, en kontrakt eller en samtale.",
    date: "Dato for samtykke",
    import: "Grundlag for disse kunder",
    importHint:
      "De, der har en dato for samtykke i en kolonne for sig, har det samtykke. Et noteret samtykke erstattes aldrig af mindre.",
  },
};
