import type { singleSignOn as english } from "../../en/app/single-sign-on.ts";
import type { Translated } from "../../translated.ts";

export const singleSignOn: Translated<typeof english> = {
  status: "Wie sich die Personen deines Unternehmens anmelden.",
  offTitle: "Alle melden sich mit Passwort, einem Link per E-Mail oder einem Passkey an",
  offText:
    "Richte unten die eigene Anmeldung deines Unternehmens ein und weise nach, welche Domains euch gehören.",
  onTitle: "Personen eurer Domains dürfen sich bei {issuer} anmelden",
  onText: "Eingeschaltet seit {when}. Die anderen Wege bleiben ihnen offen.",
  demandedTitle: "Personen eurer Domains müssen sich bei {issuer} anmelden",
  demandedText: "Seit {when}. {name} kann sich ohne sie anmelden.",
  nobodyKept:
    "Niemand kann sich ohne sie anmelden: Die Person, die es konnte, hat die Rolle Administration nicht mehr. Wähle unten eine andere.",

  providerTitle: "Euer Anbieter",
  providerText:
    "Svar spricht OpenID Connect, wie Microsoft Entra, Google Workspace, Okta, Keycloak und andere. Lege dort eine Anwendung der Art „web“ für Svar an, mit dieser Rückkehradresse:",
  returnTo: "Rückkehradresse",
  issuer: "Aussteller",
  issuerHint: "Etwa https://login.microsoftonline.com/…/v2.0 mit der Nummer eurer Organisation.",
  clientId: "Client-ID",
  secret: "Client-Geheimnis",
  secretHint: "Verschlüsselt aufbewahrt und nie wieder gezeigt.",
  secretKept: "Eines ist gespeichert. Leer lassen, um es zu behalten.",
  save: "Anbieter speichern",
  saving: "Speichern…",
  saved: "Der Anbieter ist gespeichert.",
  remove: "Anbieter entfernen",
  removeTitle: "{issuer} entfernen?",
  removeText:
    "Wer sich dort angemeldet hat, wird abgemeldet und meldet sich wieder mit Passwort oder einem Link per E-Mail an.",
  removed: "Der Anbieter ist entfernt.",

  domainsTitle: "Eure Domains",
  domainsText:
    "Nur Personen mit Adressen in einer Domain, die nachweislich euch gehört, können sich bei eurem Anbieter anmelden. Trage zum Nachweis einen Text in ihr DNS ein.",
  domain: "Domain",
  domainHint: "Was in den Adressen eurer Leute nach dem @ steht, etwa fjordline.com.",
  add: "Domain hinzufügen",
  adding: "Einen Moment…",
  proven: "Nachgewiesen",
  waiting: "Nicht gefunden",
  lost: "Nicht mehr gefunden",
  host: "Name",
  proof: "Texteintrag (TXT)",
  check: "Erneut prüfen",
  checking: "DNS wird gefragt…",
  removeDomain: "Entfernen",
  domainRemoved: "{domain} ist entfernt.",

  useTitle: "Verwenden",
  tryText: "Melde dich zuerst selbst einmal dort an. Hier bleibst du angemeldet, egal was daraus wird.",
  try: "Ausprobieren",
  trying: "Einen Moment…",
  tried: "Eine Anmeldung hat geklappt: {when}.",
  triedNot: "Der letzte Versuch hat nicht geklappt: {problem}",
  untried: "Noch hat es niemand ausprobiert.",
  on: "Personen unserer Domains dürfen sich dort anmelden",
  onHint: "Mitglieder können es sofort nutzen, neben den Wegen, die sie haben.",
  demand: "Personen unserer Domains müssen sich dort anmelden",
  demandHint:
    "Passwörter, Links per E-Mail und Passkeys gelten für sie nicht mehr, und sie werden abgemeldet. Das gilt für jedes Konto mit einer eurer Adressen, auch in anderen Arbeitsbereichen. Einen zweiten Faktor, den dieser Arbeitsbereich verlangt, muss dann euer Anbieter abfragen.",
  kept: "Wer sich noch ohne sie anmelden kann",
  keptHint:
    "Jemand mit der Rolle Administration, der helfen kann, wenn euer Anbieter ausfällt. Wähle jemanden mit zweitem Faktor.",
  changed: "Gespeichert.",

  joiningTitle: "Wer beitritt",
  joining: "Personen unserer Domains, die nicht eingeladen wurden",
  joiningNone: "werden abgewiesen",
  joiningAs: "treten bei, Rolle {role}",
  joiningHint:
    "Eingeladene treten mit der Rolle ihrer Einladung bei. Wen du hier entfernst und wer noch bei eurem Anbieter ist, könnte wieder beitreten; nimm die Person auch dort heraus.",
};
