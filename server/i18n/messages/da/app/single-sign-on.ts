import type { singleSignOn as english } from "../../en/app/single-sign-on.ts";
import type { Translated } from "../../translated.ts";

export const singleSignOn: Translated<typeof english> = {
  status: "Hvordan personerne i jeres virksomhed logger ind.",
  offTitle: "Alle logger ind med adgangskode, et link i en mail eller en adgangsnøgle",
  offText: "Sæt virksomhedens eget login op nedenfor, og bevis, hvilke domæner der er jeres.",
  onTitle: "Personer fra jeres domæner må logge ind hos {issuer}",
  onText: "Slået til siden {when}. De må stadig logge ind på de andre måder.",
  demandedTitle: "Personer fra jeres domæner skal logge ind hos {issuer}",
  demandedText: "Siden {when}. {name} kan logge ind uden.",
  nobodyKept:
    "Ingen kan logge ind uden: den administrator, der kunne, er det ikke længere. Vælg en anden nedenfor.",

  providerTitle: "Jeres udbyder",
  providerText:
    "Svar taler OpenID Connect ligesom Microsoft Entra, Google Workspace, Okta, Keycloak og andre. Opret en applikation til Svar dér, af typen »web«, med denne returadresse:",
  returnTo: "Returadresse",
  issuer: "Udsteder",
  issuerHint: "For eksempel https://login.microsoftonline.com/…/v2.0 med jeres egen organisations nummer.",
  clientId: "Klient-id",
  secret: "Klienthemmelighed",
  secretHint: "Gemmes krypteret og vises aldrig igen.",
  secretKept: "En er gemt. Lad feltet stå tomt for at fortsætte med den.",
  save: "Gem udbyderen",
  saving: "Gemmer…",
  saved: "Udbyderen er gemt.",
  remove: "Fjern udbyderen",
  removeTitle: "Fjern {issuer}?",
  removeText:
    "De, der loggede ind der, bliver logget ud og logger ind med adgangskode eller et link i en mail igen.",
  removed: "Udbyderen er fjernet.",

  domainsTitle: "Jeres domæner",
  domainsText:
    "Kun personer med adresser i et domæne, der er bevist at være jeres, kan logge ind hos jeres udbyder. Læg en tekst ind i dets DNS for at bevise det.",
  domain: "Domæne",
  domainHint: "Det, der står efter @ i jeres kollegers adresser, for eksempel fjordline.com.",
  add: "Tilføj domænet",
  adding: "Tilføjer…",
  proven: "Bevist",
  waiting: "Ikke fundet endnu",
  lost: "Findes ikke længere",
  host: "Navn",
  proof: "Tekst (TXT)",
  check: "Se igen",
  checking: "Spørger DNS…",
  removeDomain: "Fjern",
  domainRemoved: "{domain} er fjernet.",

  useTitle: "Brug det",
  tryText: "Log først ind der én gang selv. Du forbliver logget ind her, uanset hvad der sker.",
  try: "Prøv",
  trying: "Går dertil…",
  tried: "Et login lykkedes {when}.",
  triedNot: "Det seneste forsøg lykkedes ikke: {problem}",
  untried: "Ingen har prøvet endnu.",
  on: "Personer fra vores domæner må logge ind der",
  onHint: "Medlemmer kan bruge det straks ud over de måder, de har.",
  demand: "Personer fra vores domæner skal logge ind der",
  demandHint:
    "Adgangskoder, links i mails og adgangsnøgler afvises for dem, og de bliver logget ud. Det gælder enhver konto med en af jeres adresser, også i andre arbejdsområder. En anden faktor, som arbejdsområdet kræver, er så jeres udbyders sag.",
  kept: "Hvem der stadig kan logge ind uden",
  keptHint: "En administrator, der kan hjælpe, når udbyderen svigter. Vælg en med en anden faktor.",
  changed: "Gemt.",

  joiningTitle: "Hvem kan deltage",
  joining: "Personer fra vores domæner, der ikke er inviteret",
  joiningNone: "afvises",
  joiningAs: "bliver medlem som {role}",
  joiningHint:
    "Inviterede bliver medlem i invitationens rolle. Den, du fjerner her, og som stadig er hos udbyderen, kan blive medlem igen; fjern vedkommende der også.",
};
