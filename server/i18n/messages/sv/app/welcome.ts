import type { welcome as english } from "../../en/app/welcome.ts";
import type { Translated } from "../../translated.ts";

export const welcome: Translated<typeof english> = {
  title: "Kom igång",
  heading: "Fyra steg till det första svaret",
  status:
    "{done, plural, =0 {Inget gjort än; en kvart räcker.} =4 {Allt är klart. Svar är i arbete.} other {# av 4 klara.}}",
  done: "Klart",
  open: "Nästa",
  dashboard: "Titta på översikten",
  surveyTitle: "Frågan",
  surveyText: "Klar att skicka som den är, på sex språk. Ändra ett ord, eller låt det vara.",
  surveyDone: "{count, plural, one {En enkät är klar.} other {# enkäter är klara.}}",
  surveys: "Till enkäterna",
  contactsTitle: "Vilka som ska tillfrågas",
  contactsText:
    "En fil från ert kundsystem räcker: namn, e-post och vad ni i övrigt vet. Tio personer räcker till att börja med.",
  contactsDone: "{count, plural, one {En kontakt är inne.} other {# kontakter är inne.}}",
  contactsImport: "Importera kontakter",
  contacts: "Till kontakterna",
  testTitle: "Ett test till dig själv",
  testText: "Se mejlet som kunderna kommer att se det, på din egen telefon. Ett test räknas ingenstans.",
  testDone: "Du har skickat ett test.",
  campaign: "Skapa en kampanj",
  campaigns: "Till kampanjerna",
  sendTitle: "Skicka",
  sendText: "Du ser vilka som tillfrågas och vilka inte, och varför, innan något går ut.",
  sendDone: "{count, plural, one {En kampanj har gått ut.} other {# kampanjer har gått ut.}}",
};
