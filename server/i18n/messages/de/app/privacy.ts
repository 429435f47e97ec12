import type { privacy as english } from "../../en/app/privacy.ts";
import type { Translated } from "../../translated.ts";

export const privacy: Translated<typeof english> = {
  status: "An wen sich Kunden wegen ihrer Daten wenden und wie lange diese aufbewahrt werden.",
  optional: "freiwillig",
  save: "Speichern",
  saving: "Speichern…",
  saved: "Gespeichert",

  contact: "Datenschutzkontakt",
  contactText:
    "Steht auf der Seite, auf der Kunden ihre eigenen Daten sehen, in dem, was sie herunterladen, und am Fuß der E-Mails mit der Frage: dort die Adresse der Datenschutzbeauftragten, sonst die der verantwortlichen Stelle.",
  controller: "Wer für die Daten verantwortlich ist",
  controllerName: "Unternehmen",
  controllerEmail: "E-Mail für Fragen zu persönlichen Daten",
  controllerPhone: "Telefon",
  controllerAddress: "Postanschrift",
  officer: "Datenschutzbeauftragte",
  officerHint: "Leer lassen, wenn es keine gibt.",
  officerName: "Name",
  officerEmail: "E-Mail",
  officerPhone: "Telefon",

  retention: "Wie lange etwas aufbewahrt wird",
  retentionText:
    "Jede Nacht verschwindet in kleinen Teilen, was älter ist. Eine kürzere Frist entfernt {days} Tage lang nichts, damit sich ein Versehen rückgängig machen lässt; eine längere gilt sofort. Zahlen bleiben, wie sie sind.",
  keep: "So lange wie der Arbeitsbereich",
  months: "{months, plural, one {# Monat} other {# Monate}}",
  years: "{years, plural, one {# Jahr} other {# Jahre}}",
  from: "Entfernt vor dem {date} nichts; bis dahin gilt: {period}.",
  setBy: "Von {name} am {date} festgelegt.",
  setOn: "Vorschlag von Svar seit {date}.",
  kind: {
    contacts: "Kunden, von denen niemand hört",
    answers: "Texte und Namen von Antworten",
    dialogues: "Geschlossene Gespräche",
    files: "Dateien und originale E-Mails",
    received: "Andere eingegangene E-Mails",
    sends: "Adressen gesendeter E-Mails",
    evidence: "Spuren geöffneter Links",
    notices: "Mitteilungen und Entwürfe",
  },
  about: {
    contacts:
      "Wer so lange nicht gefragt wurde, nicht geantwortet oder geschrieben hat und nicht importiert wurde, wird ganz gelöscht. Mit einem Import kann er zurückkommen.",
    answers:
      "Wer geantwortet hat, der Kommentar und die Merkmale. Die Bewertung bleibt mit Tag, Umfrage, Team und Gründen. Eine Antwort wartet auf ihr Gespräch.",
    dialogues:
      "Nachrichten, Notizen, Dateien, Versprechen und Schlagwörter so lange geschlossener Fälle. Dass es einen Fall gab, seine Ursache und ob er gelöst wurde, bleibt.",
    files:
      "Anhänge und eingegangene E-Mails in ihrer ursprünglichen Form. Was darin gesagt wurde, bleibt im Gespräch.",
    received: "Rückläufer, automatische Antworten und was zu keinem Gespräch gehört.",
    sends:
      "An welche Adresse eine E-Mail ging und was der empfangende Server sagte. Dass sie gesendet wurde, bleibt.",
    evidence: "Was an Links zu sehen war, bevor eine Antwort gesendet wurde, entschieden oder nicht.",
    notices:
      "Meldungen und Chatnachrichten zu geschlossenen Fällen, Entwürfe, an denen niemand weiterschrieb, und Anfragen nach den eigenen Daten.",
  },
  elsewhere:
    "Dateien von Importen verschwinden nach 7 Tagen, ganze Netzadressen im Protokoll ebenso. Das Protokoll bleibt so lange wie der Arbeitsbereich und nennt Kunden nur mit einer Nummer.",

  preview: "Zeigen, was heute verschwände",
  previewing: "Wird gezählt…",
  wouldGo: "Was heute verschwände, ohne die Schonfrist",
  wouldGoNothing: "Heute würde nichts verschwinden.",
  what: "Was",
  howMany: "Wie viele",
  oldest: "Ältestes vom",
  previewFailed: "Das Zählen hat nicht geklappt. Versuche es noch einmal.",

  hold: "Alles Entfernen anhalten",
  holdTitle: "Alles Entfernen anhalten?",
  holdText:
    "Nichts verschwindet wegen seines Alters, bis jemand es wieder freigibt, etwa während eines Rechtsstreits. Kunden können sich weiterhin löschen lassen.",
  holdReason: "Warum",
  held: "Nichts wird wegen seines Alters entfernt",
  heldBy: "{name} hat es am {date} angehalten: {reason}",
  heldOn: "Am {date} angehalten: {reason}",
  endHold: "Wieder freigeben",
  holdEnded: "Zu Altes verschwindet ab heute Nacht wieder",
  holding: "Das Entfernen ist angehalten",
  close: "Schließen",

  runs: "Zuletzt entfernt",
  noRuns: "Noch wurde nichts wegen seines Alters entfernt.",
  day: "Tag",
  removed: "Entfernt",
  period: "Frist",
  running: "läuft noch",
};
