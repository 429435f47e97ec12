import type { welcome as english } from "../../en/app/welcome.ts";
import type { Translated } from "../../translated.ts";

export const welcome: Translated<typeof english> = {
  title: "Kom i gang",
  heading: "Fire trin til det første svar",
  status:
    "{done, plural, =0 {Ikke noget gjort endnu; et kvarter er nok.} =4 {Alt er klaret. Svar er i gang.} other {# af 4 klaret.}}",
  done: "Klaret",
  open: "Næste",
  dashboard: "Se på overblikket",
  surveyTitle: "Spørgsmålet",
  surveyText: "Klar til at sende, som det er, på seks sprog. Ret et ord, eller lad det være.",
  surveyDone: "{count, plural, one {Én undersøgelse er klar.} other {# undersøgelser er klar.}}",
  surveys: "Til undersøgelserne",
  contactsTitle: "Hvem der skal spørges",
  contactsText:
    "En fil fra jeres kundesystem er nok: navn, e-mail og hvad I ellers ved. Ti personer er nok til en begyndelse.",
  contactsDone: "{count, plural, one {Én kontakt er inde.} other {# kontakter er inde.}}",
  contactsImport: "Importér kontakter",
  contacts: "Til kontakterne",
  testTitle: "En test til dig selv",
  testText: "Se mailen, som dine kunder vil se den, på din egen telefon. En test tæller ingen steder.",
  testDone: "Du har sendt en test.",
  campaign: "Lav en kampagne",
  campaigns: "Til kampagnerne",
  sendTitle: "Send",
  sendText: "Du ser, hvem der spørges, hvem ikke og hvorfor, før noget sendes.",
  sendDone: "{count, plural, one {Én kampagne er sendt.} other {# kampagner er sendt.}}",
};
