import type { privacy as english } from "../../en/app/privacy.ts";
import type { Translated } from "../../translated.ts";

export const privacy: Translated<typeof english> = {
  status: "Hvem kunder henvender sig til om deres data, og hvor længe de gemmes.",
  optional: "valgfrit",
  save: "Gem",
  saving: "Gemmer…",
  saved: "Gemt",

  contact: "Kontakt om databeskyttelse",
  contactText:
    "Står på siden, hvor kunder ser deres egne data, i det, de henter, og nederst i mails med spørgsmålet: her databeskyttelsesrådgiverens adresse, ellers den ansvarliges.",
  controller: "Dataansvarlig",
  controllerName: "Virksomhed",
  controllerEmail: "E-mail til spørgsmål om personoplysninger",
  controllerPhone: "Telefon",
  controllerAddress: "Postadresse",
  officer: "Databeskyttelsesrådgiver",
  officerHint: "Lad feltet stå tomt, hvis I ikke har en.",
  officerName: "Navn",
  officerEmail: "E-mail",
  officerPhone: "Telefon",

  retention: "Hvor længe ting gemmes",
  retentionText:
    "Hver nat forsvinder det, der er ældre, i små dele. En kortere periode fjerner ikke noget i {days} dage, så en fejl kan fortrydes; en længere gælder straks. Tal forbliver, som de er.",
  keep: "Lige så længe som arbejdsområdet",
  months: "{months, plural, one {# måned} other {# måneder}}",
  years: "{years, plural, one {# år} other {# år}}",
  from: "Fjerner ikke noget før {date}; indtil da gælder: {period}.",
  setBy: "Sat af {name} den {date}.",
  setOn: "Svars forslag siden {date}.",
  kind: {
    contacts: "Kunder, ingen hører fra",
    answers: "Ord og navne i svar",
    dialogues: "Lukkede dialoger",
    files: "Filer og originalmails",
    received: "Andre mails, der kom ind",
    sends: "Adresser på sendte mails",
    evidence: "Spor af åbnede links",
    notices: "Meddelelser og kladder",
  },
  about: {
    contacts:
      "Den, der så længe ikke er spurgt, har svaret, skrevet eller er importeret, slettes helt. Kunden kan komme tilbage med en import.",
    answers:
      "Hvem der svarede, kommentaren og attributterne. Scoren bliver med dag, undersøgelse, team og årsager. Et svar venter på sin dialog.",
    dialogues:
      "Beskeder, noter, filer, løfter og mærkater i sager, der har været lukket så længe. At der var en sag, dens grundårsag, og om den blev løst, bliver.",
    files: "Vedhæftede filer og modtagne mails, som de kom. Det, der blev sagt i dem, bliver i dialogen.",
    received: "Afviste mails, autosvar og det, der ikke hører til nogen dialog.",
    sends: "Hvilken adresse en mail gik til, og hvad den modtagende server sagde. At den blev sendt, bliver.",
    evidence: "Hvad der blev set af links, før et svar blev sendt, afgjort eller ej.",
    notices:
      "Notifikationer og chatbeskeder om lukkede sager, kladder, ingen gik videre med, og anmodninger om at se sine data.",
  },
  elsewhere:
    "Filer fra importer forsvinder efter 7 dage, hele netværksadresser i revisionsloggen også. Revisionsloggen bliver lige så længe som arbejdsområdet og nævner kun kunder med nummer.",

  preview: "Vis, hvad der ville forsvinde i dag",
  previewing: "Tæller…",
  wouldGo: "Hvad der ville forsvinde i dag, uden fortrydelsesdagene",
  wouldGoNothing: "Der ville ikke forsvinde noget i dag.",
  what: "Hvad",
  howMany: "Hvor mange",
  oldest: "Ældst fra",
  previewFailed: "Optællingen lykkedes ikke. Prøv igen.",

  hold: "Stop al fjernelse",
  holdTitle: "Stop al fjernelse?",
  holdText:
    "Der forsvinder ikke noget på grund af sin alder, før nogen ophæver stoppet, for eksempel under en tvist. Kunder kan stadig få sig slettet.",
  holdReason: "Hvorfor",
  held: "Der fjernes ikke noget på grund af sin alder",
  heldBy: "{name} stoppede det den {date}: {reason}",
  heldOn: "Stoppet den {date}: {reason}",
  endHold: "Ophæv stoppet",
  holdEnded: "Det, der er for gammelt, forsvinder igen fra og med i nat",
  holding: "Fjernelsen er stoppet",
  close: "Luk",

  runs: "Fjernet for nylig",
  noRuns: "Der er ikke fjernet noget på grund af sin alder endnu.",
  day: "Dag",
  removed: "Fjernet",
  period: "Periode",
  running: "i gang",
};
