import type { welcome as english } from "../../en/app/welcome.ts";
import type { Translated } from "../../translated.ts";

export const welcome: Translated<typeof english> = {
  title: "Kom i gang",
  heading: "Fire steg til det første svaret",
  status:
    "{done, plural, =0 {Ingenting gjort ennå; et kvarter er nok.} =4 {Alt er gjort. Svar er i gang.} other {# av 4 gjort.}}",
  done: "Gjort",
  open: "Neste",
  dashboard: "Se på oversikten",
  surveyTitle: "Spørsmålet",
  surveyText: "Klar til å sendes som det er, på seks språk. Endre et ord, eller la det være.",
  surveyDone: "{count, plural, one {Én undersøkelse er klar.} other {# undersøkelser er klare.}}",
  surveys: "Til undersøkelsene",
  contactsTitle: "Hvem som skal spørres",
  contactsText:
    "En fil fra kundesystemet er nok: navn, e-post og hva dere ellers vet. Ti personer er nok til å begynne med.",
  contactsDone: "{count, plural, one {Én kontakt er inne.} other {# kontakter er inne.}}",
  contactsImport: "Importer kontakter",
  contacts: "Til kontaktene",
  testTitle: "En test til deg selv",
  testText: "Se e-posten slik kundene dine vil se den, på din egen telefon. En test teller ingen steder.",
  testDone: "Du har sendt en test.",
  campaign: "Lag en kampanje",
  campaigns: "Til kampanjene",
  sendTitle: "Send",
  sendText: "Du ser hvem som blir spurt, hvem ikke og hvorfor, før noe sendes.",
  sendDone: "{count, plural, one {Én kampanje er sendt.} other {# kampanjer er sendt.}}",
};
