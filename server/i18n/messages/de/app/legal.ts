import type { legal as english } from "../../en/app/legal.ts";
import type { Translated } from "../../translated.ts";

export const legal: Translated<typeof english> = {
  title: "Rechtsgrundlagen",
  status:
    "Auf welcher Grundlage Kunden gefragt werden und was jedes Land akzeptiert. Das ist ein Hinweis, keine Rechtsberatung.",
  saved: "Gespeichert",
  save: "Speichern",
  saving: "Speichern…",
  defaults: "Wenn sonst nichts bekannt ist",
  ground: "Grundlage neuer Kontakte",
  groundHint:
    "Für alle, die ohne eine kommen. Ein Import, ein Programm oder jemand aus dem Team kann sie für jeden Kontakt angeben.",
  country: "Land von Kontakten, die keines nennen",
  countryHint:
    "Ein Merkmal „country“ oder „land“ nennt es, oder sonst das Ende der Adresse, etwa .de oder .fi.",
  countries: {
    DK: "Dänemark",
    DE: "Deutschland",
    SE: "Schweden",
    NO: "Norwegen",
    FI: "Finnland",
    other: "Alle anderen Länder",
  },
  grounds: {
    consent: "Einwilligung",
    existing_customer: "Auf das Widerspruchsrecht hingewiesener Kunde",
    neutral_survey: "Nur neutrale Umfrage",
    none: "Keine bekannt",
  },
  groundHints: {
    existing_customer:
      "Sie haben bei euch gekauft und wurden darauf hingewiesen, dass sie Fragen per E-Mail widersprechen dürfen.",
    neutral_survey: "Sie werden nur mit neutralen Umfragen gefragt, wo ihr Land diese akzeptiert.",
    none: "Nur Personen mit verzeichneter Einwilligung werden gefragt, andere mit neutralen Umfragen, wo das akzeptiert ist.",
  },
  rules: "Was jedes Land akzeptiert",
  rulesText:
    "Wer keine Grundlage hat, die das eigene Land akzeptiert, wird aus einer Kampagne ausgelassen, und der Bericht sagt das. Eine Änderung gilt für E-Mails, die ab jetzt gewählt werden.",
  accepts: "Akzeptierte Grundlagen",
  accept: {
    consent: "Einwilligung",
    existing_customer: "Kunden, die auf das Widerspruchsrecht hingewiesen wurden",
    neutral_survey: "Eine neutrale Umfrage, egal an wen",
  },
  reason: "Warum",
  reasonHint: "Steht neben der Anzahl derer, die ausgelassen werden.",
  changed: "Geändert von {name} {when}.",
  proposed: "Zurück zum Vorschlag von Svar",
  field: {
    legend: "Warum wir fragen dürfen",
    ground: "Rechtsgrundlage",
    usual: "Wie bei allen neuen Kontakten",
    source: "Wo eingewilligt wurde",
    sourceHint: "Etwa ein Formular, ein Vertrag oder ein Gespräch.",
    date: "Tag der Einwilligung",
    import: "Grundlage dieser Kunden",
    importHint:
      "Wer in einer eigenen Spalte ein Datum der Einwilligung hat, hat diese Einwilligung. Eine verzeichnete Einwilligung wird nie durch weniger ersetzt.",
  },
};
