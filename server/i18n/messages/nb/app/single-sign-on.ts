import type { singleSignOn as english } from "../../en/app/single-sign-on.ts";
import type { Translated } from "../../translated.ts";

export const singleSignOn: Translated<typeof english> = {
  status: "Hvordan personene i bedriften logger inn.",
  offTitle: "Alle logger inn med passord, en lenke i en e-post eller en tilgangsnøkkel",
  offText: "Sett opp bedriftens egen innlogging nedenfor, og vis hvilke domener som er deres.",
  onTitle: "Personer fra domenene deres kan logge inn hos {issuer}",
  onText: "På siden {when}. De kan fortsatt logge inn på de andre måtene.",
  demandedTitle: "Personer fra domenene deres må logge inn hos {issuer}",
  demandedText: "Siden {when}. {name} kan logge inn uten.",
  nobodyKept:
    "Ingen kan logge inn uten: administratoren som kunne, er det ikke lenger. Velg en annen nedenfor.",

  providerTitle: "Leverandøren deres",
  providerText:
    "Svar snakker OpenID Connect, som Microsoft Entra, Google Workspace, Okta, Keycloak og andre. Opprett en applikasjon for Svar der, av typen «web», med denne returadressen:",
  returnTo: "Returadresse",
  issuer: "Utsteder",
  issuerHint:
    "For eksempel https://login.microsoftonline.com/…/v2.0 med nummeret til deres egen organisasjon.",
  clientId: "Klient-id",
  secret: "Klienthemmelighet",
  secretHint: "Lagres kryptert og vises aldri igjen.",
  secretKept: "En er lagret. La feltet stå tomt for å fortsette med den.",
  save: "Lagre leverandøren",
  saving: "Lagrer…",
  saved: "Leverandøren er lagret.",
  remove: "Fjern leverandøren",
  removeTitle: "Fjerne {issuer}?",
  removeText:
    "De som logget inn der, blir logget ut og logger inn med passord eller en lenke i en e-post igjen.",
  removed: "Leverandøren er fjernet.",

  domainsTitle: "Domenene deres",
  domainsText:
    "Bare personer med adresser i et domene som er vist å være deres, kan logge inn hos leverandøren. Legg en tekst inn i DNS for å vise det.",
  domain: "Domene",
  domainHint: "Det som står etter @ i adressene til kollegene, for eksempel fjordline.com.",
  add: "Legg til domenet",
  adding: "Legger til…",
  proven: "Vist",
  waiting: "Ikke funnet ennå",
  lost: "Finnes ikke lenger",
  host: "Navn",
  proof: "Tekst (TXT)",
  check: "Se igjen",
  checking: "Spør DNS…",
  removeDomain: "Fjern",
  domainRemoved: "{domain} er fjernet.",

  useTitle: "Bruk den",
  tryText: "Logg først inn der én gang selv. Du forblir logget inn her, uansett hva som skjer.",
  try: "Prøv",
  trying: "Går dit…",
  tried: "En innlogging lyktes {when}.",
  triedNot: "Det siste forsøket lyktes ikke: {problem}",
  untried: "Ingen har prøvd ennå.",
  on: "Personer fra domenene våre kan logge inn der",
  onHint: "Medlemmer kan bruke det med en gang, i tillegg til måtene de har.",
  demand: "Personer fra domenene våre må logge inn der",
  demandHint:
    "Passord, lenker i e-post og tilgangsnøkler avvises for dem, og de blir logget ut. Det gjelder hver konto med en av adressene deres, også i andre arbeidsområder. En andre faktor som arbeidsområdet krever, er da leverandørens sak.",
  kept: "Hvem som fortsatt kan logge inn uten",
  keptHint: "En administrator som kan hjelpe når leverandøren svikter. Velg en med en andre faktor.",
  changed: "Lagret.",

  joiningTitle: "Hvem kan bli med",
  joining: "Personer fra domenene våre som ikke er invitert",
  joiningNone: "afvises",
  joiningAs: "blir med som {role}",
  joiningHint:
    "Inviterte blir med i rollen i invitasjonen. Den du fjerner her, og som fortsatt er hos leverandøren, kan bli med igjen; fjern den der også.",
};
