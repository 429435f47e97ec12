import type { singleSignOn as english } from "../../en/app/single-sign-on.ts";
import type { Translated } from "../../translated.ts";

export const singleSignOn: Translated<typeof english> = {
  status: "Miten yrityksesi henkilöstö kirjautuu.",
  offTitle: "Kaikki kirjautuvat salasanalla, sähköpostin linkillä tai pääsyavaimella",
  offText: "Ota alla käyttöön yrityksesi oma kirjautuminen ja osoita, mitkä verkkotunnukset ovat teidän.",
  onTitle: "Verkkotunnustenne käyttäjät saavat kirjautua palvelussa {issuer}",
  onText: "Käytössä {when} alkaen. He voivat yhä kirjautua muillakin tavoilla.",
  demandedTitle: "Verkkotunnustenne käyttäjien on kirjauduttava palvelussa {issuer}",
  demandedText: "Alkaen {when}. {name} voi kirjautua ilman sitä.",
  nobodyKept:
    "Kukaan ei voi kirjautua ilman sitä: se, joka voi, ei ole enää järjestelmänvalvoja. Valitse alta toinen.",

  providerTitle: "Palveluntarjoajanne",
  providerText:
    "Svar käyttää OpenID Connectia, kuten Microsoft Entra, Google Workspace, Okta, Keycloak ja muut. Luo siellä Svarille sovellus, laji ”web”, ja anna sille tämä paluuosoite:",
  returnTo: "Paluuosoite",
  issuer: "Myöntäjä",
  issuerHint: "Esimerkiksi https://login.microsoftonline.com/…/v2.0 oman organisaationne numerolla.",
  clientId: "Asiakastunnus",
  secret: "Asiakassalaisuus",
  secretHint: "Säilytetään salattuna eikä näytetä enää koskaan.",
  secretKept: "Yksi on tallessa. Jätä tyhjäksi, niin se pysyy käytössä.",
  save: "Tallenna palveluntarjoaja",
  saving: "Tallennetaan…",
  saved: "Palveluntarjoaja on tallennettu.",
  remove: "Poista palveluntarjoaja",
  removeTitle: "Poistetaanko {issuer}?",
  removeText:
    "Siellä kirjautuneet kirjataan ulos, ja he kirjautuvat taas salasanalla tai sähköpostin linkillä.",
  removed: "Palveluntarjoaja on poistettu.",

  domainsTitle: "Verkkotunnuksenne",
  domainsText:
    "Palveluntarjoajanne kautta voivat kirjautua vain ne, joiden osoite on teidän vahvistetussa verkkotunnuksessanne. Vahvista se lisäämällä teksti sen DNS:ään.",
  domain: "Verkkotunnus",
  domainHint: "Mitä kollegoidesi osoitteissa on @-merkin jälkeen, esimerkiksi fjordline.com.",
  add: "Lisää verkkotunnus",
  adding: "Lisätään…",
  proven: "Vahvistettu",
  waiting: "Ei vielä löytynyt",
  lost: "Ei enää löydy",
  host: "Nimi",
  proof: "Teksti (TXT)",
  check: "Katso uudelleen",
  checking: "Kysytään DNS:ltä…",
  removeDomain: "Poista",
  domainRemoved: "{domain} on poistettu.",

  useTitle: "Käyttöönotto",
  tryText: "Kirjaudu siellä ensin kerran itse. Pysyt täällä kirjautuneena, kävi miten kävi.",
  try: "Kokeile",
  trying: "Siirrytään…",
  tried: "Kirjautuminen onnistui {when}.",
  triedNot: "Viimeisin kokeilu ei onnistunut: {problem}",
  untried: "Kukaan ei ole vielä kokeillut sitä.",
  on: "Verkkotunnustemme käyttäjät saavat kirjautua siellä",
  onHint: "Jäsenet voivat käyttää sitä heti nykyisten tapojensa rinnalla.",
  demand: "Verkkotunnustemme käyttäjien on kirjauduttava siellä",
  demandHint:
    "Salasanat, sähköpostin linkit ja pääsyavaimet eivät enää kelpaa heiltä, ja heidät kirjataan ulos. Tämä koskee jokaista tiliä, jolla on teidän osoitteenne, myös muissa työtiloissa. Jos tämä työtila vaatii toisen tunnistautumistavan, sen kysyy palveluntarjoajanne.",
  kept: "Kuka voi yhä kirjautua ilman sitä",
  keptHint:
    "Järjestelmänvalvoja, joka voi auttaa, kun palveluntarjoajanne ei toimi. Valitse joku, jolla on toinen tunnistautumistapa.",
  changed: "Tallennettu.",

  joiningTitle: "Kuka liittyy",
  joining: "Verkkotunnustemme käyttäjät, joita ei ole kutsuttu",
  joiningNone: "eivät pääse sisään",
  joiningAs: "liittyvät roolilla {role}",
  joiningHint:
    "Kutsutut liittyvät kutsunsa roolilla. Se, jonka poistat täältä mutta joka on yhä palveluntarjoajallanne, voi liittyä uudelleen; poista hänet sieltäkin.",
};
