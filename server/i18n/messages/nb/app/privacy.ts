import type { privacy as english } from "../../en/app/privacy.ts";
import type { Translated } from "../../translated.ts";

export const privacy: Translated<typeof english> = {
  status: "Hvem kunder henvender seg til om opplysningene sine, og hvor lenge de lagres.",
  optional: "valgfritt",
  save: "Lagre",
  saving: "Lagrer…",
  saved: "Lagret",

  contact: "Kontakt for personvern",
  contactText:
    "Står på siden der kunder ser sine egne opplysninger, i det de laster ned, og nederst i e-postene med spørsmålet: her personvernombudets adresse, ellers den ansvarliges.",
  controller: "Behandlingsansvarlig",
  controllerName: "Bedrift",
  controllerEmail: "E-post for spørsmål om personopplysninger",
  controllerPhone: "Telefon",
  controllerAddress: "Postadresse",
  officer: "Personvernombud",
  officerHint: "La feltet stå tomt hvis dere ikke har et.",
  officerName: "Navn",
  officerEmail: "E-post",
  officerPhone: "Telefon",

  retention: "Hvor lenge ting lagres",
  retentionText:
    "Hver natt forsvinner det som er eldre, i små deler. En kortere periode fjerner ingenting på {days} dager, så en feil kan angres; en lengre gjelder med en gang. Tall forblir som de er.",
  keep: "Like lenge som arbeidsområdet",
  months: "{months, plural, one {# måned} other {# måneder}}",
  years: "{years, plural, one {# år} other {# år}}",
  from: "Fjerner ingenting før {date}; inntil da gjelder: {period}.",
  setBy: "Satt av {name} {date}.",
  setOn: "Svars forslag siden {date}.",
  kind: {
    contacts: "Kunder ingen hører fra",
    answers: "Ord og navn i svar",
    dialogues: "Lukkede dialoger",
    files: "Filer og original e-post",
    received: "Annen e-post som kom inn",
    sends: "Adresser til sendt e-post",
    evidence: "Spor etter åpnede lenker",
    notices: "Meldinger og utkast",
  },
  about: {
    contacts:
      "Den som så lenge ikke er spurt, har svart, skrevet eller er importert, slettes helt. Kunden kan komme tilbake med en import.",
    answers:
      "Hvem som svarte, kommentaren og attributtene. Scoren blir med dag, undersøkelse, team og årsaker. Et svar venter på dialogen sin.",
    dialogues:
      "Meldinger, notater, filer, løfter og etiketter i saker som har vært lukket så lenge. At det var en sak, grunnårsaken, og om den ble løst, blir.",
    files: "Vedlegg og mottatt e-post slik den kom. Det som ble sagt i dem, blir i dialogen.",
    received: "Returer, autosvar og det som ikke hører til noen dialog.",
    sends: "Hvilken adresse en e-post gikk til, og hva mottakerens server sa. At den ble sendt, blir.",
    evidence: "Hva som ble sett av lenker før et svar ble sendt, avgjort eller ikke.",
    notices:
      "Varsler og chattemeldinger om lukkede saker, utkast ingen gikk videre med, og forespørsler om å se opplysningene sine.",
  },
  elsewhere:
    "Filer fra importer forsvinner etter 7 dager, hele nettverksadresser i revisjonsloggen også. Revisjonsloggen blir like lenge som arbeidsområdet og nevner kunder bare med nummer.",

  preview: "Vis hva som ville forsvinne i dag",
  previewing: "Teller…",
  wouldGo: "Hva som ville forsvinne i dag, uten angredagene",
  wouldGoNothing: "Ingenting ville forsvinne i dag.",
  what: "Hva",
  howMany: "Hvor mange",
  oldest: "Eldst fra",
  previewFailed: "Tellingen gikk ikke. Prøv igjen.",

  hold: "Stopp all fjerning",
  holdTitle: "Stoppe all fjerning?",
  holdText:
    "Ingenting forsvinner på grunn av alderen før noen opphever stoppen, for eksempel under en tvist. Kunder kan fortsatt få seg slettet.",
  holdReason: "Hvorfor",
  held: "Ingenting fjernes på grunn av alderen",
  heldBy: "{name} stoppet det {date}: {reason}",
  heldOn: "Stoppet {date}: {reason}",
  endHold: "Opphev stoppen",
  holdEnded: "Det som er for gammelt, forsvinner igjen fra og med i natt",
  holding: "Fjerningen er stoppet",
  close: "Lukk",

  runs: "Fjernet nylig",
  noRuns: "Ingenting er fjernet på grunn av alderen ennå.",
  day: "Dag",
  removed: "Fjernet",
  period: "Periode",
  running: "pågår",
};
