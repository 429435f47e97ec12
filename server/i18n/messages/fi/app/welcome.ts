import type { welcome as english } from "../../en/app/welcome.ts";
import type { Translated } from "../../translated.ts";

export const welcome: Translated<typeof english> = {
  title: "Käyttöönotto",
  heading: "Neljä vaihetta ensimmäiseen vastaukseen",
  status:
    "{done, plural, =0 {Mitään ei ole vielä tehty; vartti riittää.} =4 {Kaikki valmista. Svar on työssä.} other {#/4 valmiina.}}",
  done: "Valmis",
  open: "Seuraava",
  dashboard: "Katso yleiskuvaa",
  surveyTitle: "Kysymys",
  surveyText: "Valmis lähetettäväksi sellaisenaan, kuudella kielellä. Muuta sanaa tai jätä ennalleen.",
  surveyDone: "{count, plural, one {Yksi kysely on valmiina.} other {# kyselyä on valmiina.}}",
  surveys: "Kyselyihin",
  contactsTitle: "Keneltä kysytään",
  contactsText:
    "Tiedosto asiakasjärjestelmästäsi riittää: nimi, sähköposti ja mitä muuta tiedät. Kymmenen henkilöä riittää alkuun.",
  contactsDone: "{count, plural, one {Yksi yhteystieto on tuotu.} other {# yhteystietoa on tuotu.}}",
  contactsImport: "Tuo yhteystiedot",
  contacts: "Yhteystietoihin",
  testTitle: "Testi itsellesi",
  testText:
    "Katso viestiä niin kuin asiakkaasi sen näkevät, omalla puhelimellasi. Testiä ei lasketa mihinkään.",
  testDone: "Olet lähettänyt testin.",
  campaign: "Luo kampanja",
  campaigns: "Kampanjoihin",
  sendTitle: "Lähetä",
  sendText: "Näet, keneltä kysytään, keneltä ei ja miksi, ennen kuin mitään lähtee.",
  sendDone: "{count, plural, one {Yksi kampanja on lähtenyt.} other {# kampanjaa on lähtenyt.}}",
};
