import type { singleSignOn as english } from "../../en/app/single-sign-on.ts";
import type { Translated } from "../../translated.ts";

export const singleSignOn: Translated<typeof english> = {
  status: "Hur personerna i ert företag loggar in.",
  offTitle: "Alla loggar in med lösenord, en länk i ett mejl eller en nyckel (passkey)",
  offText: "Ställ in företagets egen inloggning nedan, och visa vilka domäner som är era.",
  onTitle: "Personer från era domäner får logga in hos {issuer}",
  onText: "På sedan {when}. De får fortfarande logga in på de andra sätten.",
  demandedTitle: "Personer från era domäner måste logga in hos {issuer}",
  demandedText: "Sedan {when}. {name} kan logga in utan det.",
  nobodyKept:
    "Ingen kan logga in utan det: den administratör som kunde är det inte längre. Välj en annan nedan.",

  providerTitle: "Er leverantör",
  providerText:
    "Svar talar OpenID Connect, som Microsoft Entra, Google Workspace, Okta, Keycloak och andra. Skapa en applikation för Svar där, av typen ”web”, med den här returadressen:",
  returnTo: "Returadress",
  issuer: "Utfärdare",
  issuerHint: "Till exempel https://login.microsoftonline.com/…/v2.0 med er egen organisations nummer.",
  clientId: "Klient-id",
  secret: "Klienthemlighet",
  secretHint: "Sparas krypterad och visas aldrig igen.",
  secretKept: "En finns sparad. Lämna tomt för att fortsätta med den.",
  save: "Spara leverantören",
  saving: "Sparar…",
  saved: "Leverantören är sparad.",
  remove: "Ta bort leverantören",
  removeTitle: "Ta bort {issuer}?",
  removeText: "De som loggade in där loggas ut, och loggar in med lösenord eller en länk i ett mejl igen.",
  removed: "Leverantören är borttagen.",

  domainsTitle: "Era domäner",
  domainsText:
    "Bara personer med adresser i en domän som visats vara er kan logga in hos er leverantör. Lägg en text i dess DNS för att visa det.",
  domain: "Domän",
  domainHint: "Det som står efter @ i era kollegors adresser, till exempel fjordline.com.",
  add: "Lägg till domänen",
  adding: "Lägger till…",
  proven: "Visat",
  waiting: "Inte hittad än",
  lost: "Hittas inte längre",
  host: "Namn",
  proof: "Textpost (TXT)",
  check: "Titta igen",
  checking: "Frågar DNS…",
  removeDomain: "Ta bort",
  domainRemoved: "{domain} är borttagen.",

  useTitle: "Använd den",
  tryText: "Logga först in där en gång själv. Du förblir inloggad här, vad det än blir av det.",
  try: "Prova",
  trying: "Går dit…",
  tried: "En inloggning fungerade {when}.",
  triedNot: "Det senaste försöket fungerade inte: {problem}",
  untried: "Ingen har provat än.",
  on: "Personer från våra domäner får logga in där",
  onHint: "Medlemmar kan använda det genast, utöver de sätt de har.",
  demand: "Personer från våra domäner måste logga in där",
  demandHint:
    "Lösenord, länkar i mejl och nycklar godtas inte för dem, och de loggas ut. Det gäller varje konto med en av era adresser, även i andra arbetsytor. En andra faktor som arbetsytan kräver är då er leverantörs sak.",
  kept: "Vem som fortfarande kan logga in utan det",
  keptHint: "En administratör som kan hjälpa till när leverantören fallerar. Välj en med en andra faktor.",
  changed: "Sparat.",

  joiningTitle: "Vem får gå med",
  joining: "Personer från våra domäner som inte är inbjudna",
  joiningNone: "släpps inte in",
  joiningAs: "går med som {role}",
  joiningHint:
    "Inbjudna går med i den roll som inbjudan anger. Den du tar bort här och som finns kvar hos leverantören kan gå med igen; ta bort den där också.",
};
