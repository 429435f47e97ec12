import type { legal as english } from "../../en/app/legal.ts";
import type { Translated } from "../../translated.ts";

export const legal: Translated<typeof english> = {
  title: "Rättslig grund",
  status:
    "På vilken grund kunder tillfrågas, och vad varje land godtar. Det är vägledning, inte juridisk rådgivning.",
  saved: "Sparat",
  save: "Spara",
  saving: "Sparar…",
  defaults: "Där inget annat är känt",
  ground: "Grund för nya kontakter",
  groundHint:
    "För dem som kommer utan. En import, ett program eller en kollega kan ange den för varje kontakt.",
  country: "Land för kontakter som inte anger något",
  countryHint:
    "Ett attribut ”country” eller ”land” anger det, annars adressens slut, till exempel .dk eller .fi.",
  countries: {
    DK: "Danmark",
    DE: "Tyskland",
    SE: "Sverige",
    NO: "Norge",
    FI: "Finland",
    other: "Alla andra länder",
  },
  grounds: {
    consent: "Samtycke",
    existing_customer: "Kund som har fått veta om rätten att invända",
    neutral_survey: "Endast neutral enkät",
    none: "Ingen är känd",
  },
  groundHints: {
    existing_customer: "De har köpt av er och fått veta att de får invända mot frågor via mejl.",
    neutral_survey: "De tillfrågas bara med neutrala enkäter, där deras land godtar sådana.",
    none: "Bara personer vars samtycke finns antecknat tillfrågas, och andra med neutrala enkäter där det godtas.",
  },
  rules: "Vad varje land godtar",
  rulesText:
    "Den som inte har någon grund som landet godtar utelämnas ur en kampanj, och rapporten säger det. En ändring gäller mejl som väljs från och med nu.",
  accepts: "Godtagna grunder",
  accept: {
    consent: "Samtycke",
    existing_customer: "Kunder som har fått veta om rätten att invända",
    neutral_survey: "En neutral enkät, vem som än tillfrågas",
  },
  reason: "Varför",
  reasonHint: "Står bredvid antalet utelämnade.",
  changed: "Ändrat av {name} {when}.",
  proposed: "Tillbaka till Svars förslag",
  field: {
    legend: "Varför vi får fråga",
    ground: "Rättslig grund",
    usual: "Som för alla nya kontakter",
    source: "Var samtycket gavs",
    sourceHint: "Till exempel ett formulär, ett avtal eller ett samtal.",
    date: "Datum för samtycke",
    import: "Grund för de här kunderna",
    importHint:
      "De som har ett datum för samtycke i en egen kolumn har det samtycket. Ett antecknat samtycke ersätts aldrig av mindre.",
  },
};
