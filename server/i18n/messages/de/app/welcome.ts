import type { welcome as english } from "../../en/app/welcome.ts";
import type { Translated } from "../../translated.ts";

export const welcome: Translated<typeof english> = {
  title: "Einrichten",
  heading: "Vier Schritte bis zur ersten Antwort",
  status:
    "{done, plural, =0 {Noch nichts getan; eine Viertelstunde reicht.} =4 {Alles getan. Svar ist bei der Arbeit.} other {# von 4 getan.}}",
  done: "Fertig",
  open: "Als Nächstes",
  dashboard: "Übersicht ansehen",
  surveyTitle: "Die Frage",
  surveyText: "Fertig zum Senden, so wie sie ist, in sechs Sprachen. Ändere ein Wort oder lass es.",
  surveyDone: "{count, plural, one {Eine Umfrage ist fertig.} other {# Umfragen sind fertig.}}",
  surveys: "Zu den Umfragen",
  contactsTitle: "Wen fragen",
  contactsText:
    "Eine Datei aus eurem Kundensystem genügt: Name, E-Mail und was ihr sonst wisst. Für den Anfang reichen zehn Personen.",
  contactsDone: "{count, plural, one {Ein Kontakt ist da.} other {# Kontakte sind da.}}",
  contactsImport: "Kontakte einlesen",
  contacts: "Zu den Kontakten",
  testTitle: "Ein Test an dich selbst",
  testText:
    "Sieh die E-Mail so, wie deine Kunden sie sehen, auf deinem eigenen Telefon. Ein Test zählt nirgends.",
  testDone: "Du hast einen Test gesendet.",
  campaign: "Kampagne anlegen",
  campaigns: "Zu den Kampagnen",
  sendTitle: "Senden",
  sendText: "Du siehst, wer gefragt wird und wer nicht und warum, bevor etwas hinausgeht.",
  sendDone:
    "{count, plural, one {Eine Kampagne ist hinausgegangen.} other {# Kampagnen sind hinausgegangen.}}",
};
