import type { auth as english } from "../../en/app/auth.ts";
import type { Translated } from "../../translated.ts";

export const auth: Translated<typeof english> = {
  title: "Svar",
  tagline: "Eine Frage. Ein Kommentar. Dann ein Gespräch.",
  pitch:
    "Svar fragt deine Kundinnen und Kunden, wie wahrscheinlich sie dich weiterempfehlen, zeigt dir live, was sie sagen, und sorgt dafür, dass jemand mit den Unzufriedenen spricht, bis die Sache in Ordnung ist.",
  scaleCaption: "Die eine Frage, direkt aus der E-Mail beantwortet",
  notAtAll: "Überhaupt nicht wahrscheinlich",
  extremely: "Äußerst wahrscheinlich",
  createWorkspace: "Arbeitsbereich anlegen",
  loadDemo: "Demonstration laden",
  loadingDemo: "Ein Jahr voller Antworten wird geladen…",
  demoHint:
    "Zwei Firmen, einige Hundert Kunden und ein Jahr voller Antworten, alles erfunden. Niemand bekommt etwas zugeschickt.",
  demoReady: "Die Demonstration wird geöffnet…",
  demoFailed: "Die Demonstration konnte nicht geladen werden. Versuche es noch einmal.",
  signIn: "Anmelden",
  signingIn: "Anmeldung läuft…",
  signInTitle: "Anmelden",
  language: "Sprache",
  signUpTitle: "Arbeitsbereich anlegen",
  signUpText:
    "Für dein Unternehmen und alle, die seinen Kunden antworten. Du bekommst die Rolle Administration.",
  signUpMailText:
    "Gib die Adresse ein, mit der du dich anmelden willst. Wir senden dir dorthin einen Link, mit dem es weitergeht; er gilt eine Stunde.",
  signUpSentText:
    "Eine E-Mail mit einem Link zum Weitermachen ist unterwegs an {email}. Wenn sich mit dieser Adresse schon jemand anmeldet, meldet der Link an.",
  signUpLocal: "Das ist eine lokale Installation: Ihre E-Mails liegen unter {url}.",
  signUpGone: "Dieser Link wurde schon benutzt oder ist älter als eine Stunde. Fordere einen neuen an.",
  signUp: "Arbeitsbereich anlegen",
  signingUp: "Wird angelegt…",
  name: "Dein Name",
  company: "Unternehmen",
  companyHint:
    "Kunden sehen es als Absender. Sie werden als Kunden gefragt, die auf ihr Widerspruchsrecht hingewiesen wurden; eine andere Rechtsgrundlage kannst du in den Einstellungen angeben.",
  email: "E-Mail",
  password: "Passwort",
  passwordHint: "Mindestens 8 Zeichen. Ein kurzer Satz ist leicht zu merken und schwer zu erraten.",
  newPassword: "Neues Passwort",
  showPassword: "Passwort anzeigen",
  haveAccount: "Schon ein Konto?",
  noAccount: "Neu hier?",
  companySignIn: "Weiter zur Anmeldung deines Unternehmens",
  goingToCompany: "Einen Moment…",
  companyDemands: "Dein Unternehmen verlangt seine eigene Anmeldung.",
  byCompany: "Lieber über die Anmeldung deines Unternehmens anmelden",
  companyTitle: "Anmeldung deines Unternehmens",
  companyText:
    "Gib deine Adresse bei der Arbeit ein. Wenn dein Unternehmen eine eigene Anmeldung hat, öffnet sie sich.",
  noCompany:
    "Kein Unternehmen hat für diese Adresse eine eigene Anmeldung. Prüfe, was nach dem @ steht, oder melde dich mit einem Passwort an.",
  providerUnreachable:
    "Die Anmeldung deines Unternehmens ist gerade nicht erreichbar. Versuche es in einer Minute noch einmal, oder frag, wer sich darum kümmert.",
  companyProblem: {
    again: "Das hat zu lange gedauert oder wurde in einem anderen Browser begonnen. Versuche es noch einmal.",
    declined: "Die Anmeldung deines Unternehmens hat dich nicht durchgelassen. Frag, wer sich darum kümmert.",
    provider:
      "Die Anmeldung deines Unternehmens hat etwas geantwortet, dem Svar nicht trauen kann. Sag denen Bescheid, die sich darum kümmern.",
    no_address:
      "Die Anmeldung deines Unternehmens hat Svar keine E-Mail-Adresse genannt. Sag denen Bescheid, die sich darum kümmern.",
    not_verified:
      "Die Anmeldung deines Unternehmens sagt, dass deine Adresse nicht bestätigt ist. Sag denen Bescheid, die sich darum kümmern.",
    other_domain:
      "Deine Adresse dort gehört zu keiner Domain, die dein Unternehmen nachgewiesen hat. Sag denen Bescheid, die sich darum kümmern.",
    other_person:
      "Mit deiner Adresse hat sich früher jemand anders angemeldet. Bitte die Administration des Arbeitsbereichs, dich zu entfernen und einzuladen.",
    not_invited: "Du bist noch in keinem Arbeitsbereich. Bitte die Administration, dich einzuladen.",
  },
  forgot: "Passwort vergessen?",
  forgotTitle: "Passwort vergessen?",
  forgotText:
    "Gib die Adresse ein, mit der du dich anmeldest. Wir senden einen Link, um ein neues Passwort zu wählen; er gilt eine Stunde.",
  sendLink: "Link senden",
  sendingLink: "Wird gesendet…",
  linkSentTitle: "Sieh in dein Postfach",
  linkSentText:
    "Wenn sich jemand mit {email} anmeldet, ist ein Link unterwegs. Er funktioniert einmal, eine Stunde lang.",
  resetTitle: "Neues Passwort wählen",
  resetText: "Sobald es gespeichert ist, bist du überall sonst abgemeldet.",
  savePassword: "Passwort speichern",
  savingPassword: "Speichern…",
  passwordSaved: "Das neue Passwort ist gespeichert. Melde dich damit an.",
  resetGone: "Dieser Link wurde schon benutzt oder ist älter als eine Stunde. Fordere einen neuen an.",
  passkey: "Passkey verwenden",
  passkeyAsking: "Dein Browser fragt dich…",
  passkeyRefused: "Mit diesem Passkey kann sich hier niemand anmelden. Melde dich mit deinem Passwort an.",
  passkeyNone:
    "Dein Browser hat keinen Passkey verwendet. Versuche es noch einmal oder melde dich mit deinem Passwort an.",
  linkTitle: "Per E-Mail anmelden",
  linkText:
    "Gib die Adresse ein, mit der du dich anmeldest. Wir senden einen Link, der dich anmeldet; er gilt 10 Minuten.",
  linkByMail: "Lieber mit einem Link per E-Mail anmelden",
  signInLinkSentText:
    "Wenn sich jemand mit {email} anmeldet, ist ein Link unterwegs. Er funktioniert einmal, 10 Minuten lang.",
  openLinkTitle: "Bei Svar anmelden",
  openLinkText:
    "Du hast einen Link aus einer E-Mail geöffnet. Drücke auf die Schaltfläche, um dich in diesem Browser anzumelden.",
  linkGone: "Dieser Link wurde schon benutzt oder ist älter als 10 Minuten. Fordere einen neuen an.",
  anotherLink: "Neuen Link senden",
  codeTitle: "Noch ein Schritt",
  codeText: "Gib den Code ein, den deine Authenticator-App für Svar zeigt.",
  code: "Code",
  codeHint: "Sechs Ziffern. Wenn du die App nicht mehr hast, gib einen deiner Wiederherstellungscodes ein.",
  codeWrong:
    "Dieser Code passt nicht oder wurde schon benutzt. Warte auf den nächsten oder gib einen Wiederherstellungscode ein.",
  signInAgain: "Seit dem Passwort sind mehr als zehn Minuten vergangen. Melde dich noch einmal an.",
  backToSignIn: "Zurück zur Anmeldung",
  problemTitle: "Das hat noch nicht geklappt",
  wrongPassword: "Adresse und Passwort passen nicht zusammen. Prüfe beides oder wähle ein neues Passwort.",
  emailTaken: "Mit dieser Adresse meldet sich schon jemand an. Melde dich an oder wähle ein neues Passwort.",
  emailInvalid: "Das ist keine E-Mail-Adresse. Schreibe sie wie anna@example.com.",
  passwordShort: "Das Passwort hat weniger als 8 Zeichen. Mache es länger.",
  passwordCommon:
    "Viele haben dieses Passwort, und es wird zuerst ausprobiert. Wähle ein anderes, etwa einen kurzen Satz.",
  passwordOwn: "Das ist kaum mehr als dein Name, deine Adresse oder das Wort Svar. Füge eigene Wörter hinzu.",
  passwordLong: "Das Passwort hat mehr als 128 Zeichen. Kürze es.",
  tooMany:
    "{seconds, plural, one {Zu viele Versuche. Versuche es in einer Sekunde noch einmal.} other {Zu viele Versuche. Versuche es in # Sekunden noch einmal.}}",
  wrongOrigin:
    "Diese Seite wurde unter einer anderen Adresse geöffnet als der, die Svar kennt. Öffne {url} und versuche es noch einmal.",
  nameMissing: "Gib deinen Namen ein; Kollegen und Kunden sehen ihn.",
  companyMissing: "Gib den Namen des Unternehmens ein; Kunden sehen ihn als Absender.",
  joinTitle: "{workspace} beitreten",
  joinBy: "{name} lädt dich ein, mit den Antworten der Kunden zu arbeiten, in der Rolle {role}.",
  joinBySomebody: "Du bist eingeladen, mit den Antworten der Kunden zu arbeiten, in der Rolle {role}.",
  joinAs: "Du bist als {email} angemeldet.",
  join: "Beitreten",
  joining: "Einen Moment…",
  joinOther: "Diese Einladung gilt für {email}, und du bist als {mine} angemeldet.",
  joinSignOut: "Abmelden und {email} verwenden",
  joinNew: "Wähle ein Passwort, um beizutreten",
  joinHave: "Schon ein Konto mit dieser Adresse?",
  joinGoneTitle: "Diese Einladung gilt nicht mehr",
  joinGoneText:
    "Sie wurde benutzt, zurückgenommen oder ist älter als 14 Tage. Bitte die Person, die dich eingeladen hat, um eine neue.",
  chooseTitle: "Wohin?",
  chooseText: "Du arbeitest in mehreren Arbeitsbereichen.",
  noneTitle: "Willkommen, {name}",
  noneText:
    "Du bist noch in keinem Arbeitsbereich. Lege einen für dein Unternehmen an oder öffne die Einladung, die du per E-Mail bekommen hast.",
  signedInAs: "Angemeldet als {email}",
  signOut: "Abmelden",
};
