import type { MailMessages } from "../en/mail.ts";

export const mail: MailMessages = {
  preheader: "Eine Frage, etwa zehn Sekunden.",
  greeting: "Hallo {name},",
  greetingNoName: "Hallo,",
  afterScale:
    "Ein Klick öffnet eine Seite, auf der du etwas dazu schreiben oder deine Antwort ändern kannst.",
  answerHere: "Hier antworten:",
  regards: "Viele Grüße",
  whyYou: "Du bekommst diese E-Mail, weil du Kundin oder Kunde von {company} bist.",
  youSaid: "Ihr habt es gesagt, wir haben es getan",
  optOut: "Pause von den Fragen oder keine mehr",
  dataProtection: "Datenschutz: {contact}",

  invitedSubject: "Einladung zu {workspace} auf Svar",
  invitedTitle: "Einladung zu {workspace} auf Svar",
  invitedBy: "{inviter} hat dich eingeladen, in {workspace} mitzuarbeiten.",
  invitedByNobody: "Du bist eingeladen, in {workspace} mitzuarbeiten.",
  invitedRole:
    "{role, select, admin {Du bekommst die Rolle Administration: Du kannst alles ändern, auch Personen und Einstellungen.} manager {Du bekommst die Rolle Leitung: Du kannst die Ergebnisse sehen, Kampagnen senden und nachfassen.} agent {Du bekommst die Rolle Betreuung: Du kannst die Antworten lesen und mit Kundinnen und Kunden sprechen.} other {Du bekommst die Rolle Einsicht: Du kannst die Ergebnisse und Antworten lesen.}}",
  invitedButton: "Einladung annehmen",
  invitedUntil: "Der Link funktioniert einmal, bis {date}.",
  invitedNotYou: "Wenn du nicht weißt, worum es geht, kannst du diese E-Mail ignorieren.",

  resetSubject: "Neues Passwort für Svar wählen",
  resetTitle: "Neues Passwort wählen",
  resetText: "Für das Konto {email} auf Svar wurde ein neues Passwort angefordert.",
  resetButton: "Neues Passwort wählen",
  resetValid:
    "Der Link funktioniert einmal, innerhalb von {minutes, plural, one {# Minute} other {# Minuten}}.",
  resetNotYou: "Wenn du das nicht warst, musst du nichts tun. Dein Passwort bleibt, wie es ist.",
  noticePasswordTitle: "Dein Passwort für Svar wurde geändert",
  noticePasswordText: "Das Passwort deines Kontos {email} wurde geändert. Überall sonst bist du abgemeldet.",
  noticeBrowserTitle: "Anmeldung in einem neuen Browser",
  noticeBrowserText:
    "Jemand hat sich mit deinem Konto {email} in einem Browser angemeldet, der noch nicht benutzt wurde.",
  noticeWhen: "Wann: {time}",
  noticeWhere: "Browser: {name}",
  noticeNotYou:
    "Wenn du das warst, musst du nichts tun. Wenn nicht, wähle jetzt ein neues Passwort; damit werden alle anderen abgemeldet.",
  noticeFactorAddedTitle: "Dein zweiter Faktor ist eingerichtet",
  noticeFactorAddedText:
    "Ab jetzt wird ein Code deiner App verlangt, wenn {email} sich anmeldet. Überall sonst bist du abgemeldet.",
  noticeFactorRemovedTitle: "Dein zweiter Faktor wurde entfernt",
  noticeFactorRemovedText: "{email} kann sich wieder ohne Code anmelden. Überall sonst bist du abgemeldet.",
  noticeCodesRenewedTitle: "Du hast neue Wiederherstellungscodes",
  noticeCodesRenewedText:
    "Für dein Konto {email} wurden neue Wiederherstellungscodes erstellt. Die alten gelten nicht mehr.",
  noticeCodeUsedTitle: "Ein Wiederherstellungscode wurde benutzt",
  noticeCodeUsedText: "Jemand hat sich mit einem Wiederherstellungscode bei deinem Konto {email} angemeldet.",
  noticePasskeyAddedTitle: "Ein Passkey wurde hinzugefügt",
  noticePasskeyAddedText:
    "Deinem Konto {email} wurde ein Passkey hinzugefügt. Mit ihm meldet man sich ohne Passwort an.",
  noticePasskeyRemovedTitle: "Ein Passkey wurde entfernt",
  noticePasskeyRemovedText: "Ein Passkey deines Kontos {email} wurde entfernt. Er meldet niemanden mehr an.",
  signUpSubject: "Deinen Arbeitsbereich in Svar anlegen",
  signUpText: "Jemand möchte sich mit {email} bei Svar registrieren. Wenn du das warst, geht es hier weiter.",
  signUpButton: "Weiter",
  signUpNotYou: "Wenn du das nicht warst, musst du nichts tun. Ohne den Link wird kein Konto angelegt.",
  signInSubject: "Bei Svar anmelden",
  signInText: "Für {email} wurde ein Link zum Anmelden angefordert.",
  signInButton: "Anmelden",
  signInFirst:
    "Damit wird deine Adresse bestätigt. Wenn du ihn nicht dort öffnest, wo du angemeldet bist, gilt ein vorher gewähltes Passwort nicht mehr; du kannst jederzeit ein neues wählen.",
  signInNotYou: "Wenn du das nicht warst, musst du nichts tun. Ohne den Link wird niemand angemeldet.",

  ownSubject: "Deine Daten bei {company}",
  ownAsked:
    "Du hast nach dem gefragt, was {company} dort über dich hat, wo Kundinnen und Kunden nach ihrer Meinung gefragt werden.",
  ownButton: "Meine Daten ansehen, herunterladen oder löschen",
  ownUntil: "Der Link funktioniert bis {date}.",
  ownNotYou: "Wenn du das nicht warst, musst du nichts tun: Es ändert sich nichts.",

  domainSubject: "E-Mails kommen nicht mehr von {domain}",
  domainTitle: "Die DNS-Einträge von {domain} fehlen oder sind falsch",
  domainText:
    "Empfänger würden E-Mails von {domain} jetzt abweisen. Deshalb gehen Fragen und Antworten von Svars eigener Adresse aus, mit dem Namen Ihres Unternehmens. Wenn die Einträge berichtigt und erneut geprüft sind, wird Ihre Adresse wieder verwendet.",
  domainButton: "Zeigen, welcher Eintrag es ist",
  domainWhy: "Sie erhalten diese E-Mail, weil Sie {workspace} verwalten.",

  caseSubject: "{customer} hat mit {score} geantwortet: Der Fall gehört dir",
  caseTitle: "{customer} hat mit {score} geantwortet",
  caseSubjectWrote: "{customer} hat auf eure Mail geantwortet: Der Fall gehört dir",
  caseTitleWrote: "{customer} hat auf eure Mail geantwortet",
  caseSubjectNoted: "{customer} hat sich gemeldet: Der Fall gehört dir",
  caseTitleNoted: "{customer} hat sich gemeldet",
  caseSubjectRecovery:
    "{customer} antwortet „{answer}“ auf die Frage, ob es gelöst ist: Der Fall gehört wieder dir",
  caseTitleRecovery: "„{answer}“, antwortet {customer} auf die Frage, ob es gelöst ist",
  caseYours: "Der Fall gehört dir, {name}.",
  caseNoCustomer: "Jemand",
  caseNoComment: "Es wurde kein Kommentar geschrieben.",
  caseCall: "Der Kunde möchte unter {phone} angerufen werden.",
  caseWrite: "Der Kunde möchte per E-Mail kontaktiert werden.",
  caseDue: "Antworte bis {time}.",
  caseButton: "Fall öffnen",
  caseWhy: "Du bekommst diese E-Mail, weil dir der Fall in {workspace} zugewiesen wurde.",
  caseMentionTitle: "{name} erwähnt dich in einer Notiz: {customer}",
  caseMentionWhy:
    "Du bekommst diese E-Mail, weil {name} deinen Namen in eine Notiz in {workspace} geschrieben hat. Der Kunde sieht keine Notizen.",
  caseCovered: "{name} ist abwesend, der Fall gehört so lange dir.",
  caseCoveredWhy: "Du bekommst diese E-Mail, weil du {name} in {workspace} vertrittst.",
  caseWith: "Der Fall liegt bei {name}.",
  caseWithNobody: "Noch hat niemand den Fall übernommen.",
  caseToldWhy:
    "Du bekommst diese E-Mail, weil die Regel „{rule}“ in {workspace} der Teamleitung Bescheid gibt.",

  caseOverdue: "{customer} wartet noch auf eine Antwort",
  caseOverdueWith: "Die Antwort war bis {time} fällig. Der Fall liegt bei {name}.",
  caseOverdueNobody: "Die Antwort war bis {time} fällig. Noch hat niemand den Fall übernommen.",
  caseOverdueWhy: "Du bekommst diese E-Mail, weil du das Team leitest oder {workspace} mit leitest.",
  caseSubjectMail: "{customer} hat in deinem Fall geschrieben",
  caseTitleMail: "{customer} hat geschrieben",
  caseReplyHere:
    "Du kannst auf diese E-Mail von deiner eigenen Adresse aus antworten: Was du schreibst, geht als deine Antwort an {customer}, ohne das, was darunter steht.",
  caseNotSent: "Deine Antwort an {customer} wurde nicht gesendet",
  caseNotSentUnverified:
    "Es ließ sich nicht zeigen, dass die E-Mail von dir kam: Sie wurde von einer anderen Adresse gesendet als der, mit der du dich anmeldest, oder dein Mailserver hatte sie nicht für diese Adresse signiert (DKIM). Antworte von dieser Adresse oder schreib im Fall. Die E-Mail ist dort aufgehoben, der Kunde hat sie nicht gesehen.",
  caseNotSentNotAllowed:
    "Du darfst diesen Fall ansehen, aber nicht darin schreiben. Frag eine Administratorin oder einen Administrator des Arbeitsbereichs. Die E-Mail ist im Fall aufgehoben, der Kunde hat sie nicht gesehen.",
  caseNotSentErased:
    "Der Kunde hat seine Daten löschen lassen, deshalb gibt es niemanden mehr, dem du schreiben kannst.",
  caseNotSentEmpty:
    "Außer dem Zitierten stand nichts darin. Schreib deine Antwort darüber und sende sie noch einmal.",
  caseNotSentQuoted:
    "Deine Worte ließen sich nicht von der E-Mail darunter trennen, die nur für Kolleginnen und Kollegen ist.",
  caseNotSentFiles: "Eine Antwort trägt höchstens 20 Dateien, je 10 MB und zusammen 18 MB.",
  caseNotSentClosed:
    "Der Fall wurde geschlossen, bevor deine Antwort kam. Öffne ihn wieder, um sie zu senden.",
  caseNotSentNewer:
    "Nach der E-Mail, auf die du geantwortet hast, ist im Fall etwas dazugekommen. Lies das zuerst.",
  caseNotSentRefused:
    "{customer} bekommt von hier keine E-Mails: Es gibt keine Adresse, oder alle E-Mails dorthin sind gestoppt.",
  caseNotSentDraft: "Was du geschrieben hast, wartet im Fall als dein Entwurf.",
  caseNotSentWhy:
    "Du bekommst diese E-Mail, weil du auf eine E-Mail zu einem Fall in {workspace} geantwortet hast.",

  casePromises:
    "{n, plural, one {Ein Versprechen an {customer} ist fällig} other {# Versprechen an Kunden sind fällig}}",
  casePromiseToday: "Heute fällig.",
  casePromiseOverdue: "{n, plural, one {Einen Tag überfällig.} other {# Tage überfällig.}}",
  casePromiseOn: "Fällig: {date}.",
  casePromisesButton: "Ansehen, was versprochen wurde",
  casePromisesWhy:
    "Du bekommst diese E-Mail, weil du diese Versprechen in {workspace} einhalten willst. Sie kommt an Arbeitstagen, wenn etwas fällig ist.",

  caseNewsNew: "{n, plural, one {# neuer Fall} other {# neue Fälle}}",
  caseNewsYours: "{n, plural, one {# Fall gehört jetzt dir} other {# Fälle gehören jetzt dir}}",
  caseNewsAssigned: "{n, plural, one {# Fall wurde zugewiesen} other {# Fälle wurden zugewiesen}}",
  caseNewsNotSolved:
    "{n, plural, one {# Kunde sagt, es sei nicht gelöst} other {# Kunden sagen, es sei nicht gelöst}}",
  caseNewsWrote: "{n, plural, one {# Kunde hat geschrieben} other {# Kunden haben geschrieben}}",
  caseNewsOverdue: "{n, plural, one {# Antwort ist überfällig} other {# Antworten sind überfällig}}",
  caseNewsMixed: "{n, plural, one {Neues zu # Fall} other {Neues zu # Fällen}}",
  caseNewsLastHour: "In der letzten Stunde: {what}",
  caseNewsWroteOne: "{customer} hat geschrieben",
  caseNewsWith: "Der Fall liegt bei {name}.",
  caseNewsNobody: "Noch hat niemand den Fall übernommen.",
  caseNewsMore: "Und {n} weitere.",
  caseNewsQueue: "In der Warteschlange ansehen",
  caseNewsWhy: "Du bekommst diese E-Mail weil du dir in {workspace} Meldungen eingerichtet hast.",
  caseNewsChange: "Meldungen ändern",

  caseChannelTest: "Test von Svar: Hier werden die Meldungen von {workspace} stehen.",
  caseChannelOff: "An {channel} gehen keine Meldungen mehr",
  caseChannelGone: "Den Webhook gibt es nicht mehr.",
  caseChannelFailing: "Seit drei Tagen ist nichts angekommen.",
  caseChannelAnswer: "Die letzte Antwort war: {answer}",
  caseChannelWay:
    "Lege für den Kanal einen neuen Webhook an und gib Svar seine Adresse, dann kommen die Meldungen wieder an.",
  caseChannelButton: "Dem Kanal eine neue Adresse geben",
  caseChannelWhy: "Du bekommst diese E-Mail, weil du dich in {workspace} um {channel} kümmerst.",

  checkIntro: "Wir haben die Sache am {date} abgeschlossen. Du weißt am besten, ob es geklappt hat:",
  checkAfter:
    "Ein Klick öffnet eine Seite, auf der du etwas dazu schreiben kannst. Deine Antwort zählt, sobald du dort auf Senden drückst. Du kannst auch einfach auf diese E-Mail antworten.",
  checkWhy:
    "Du bekommst diese E-Mail, weil du {company} eine Rückmeldung gegeben hast, der nachgegangen wurde.",

  thanksSubject: "Danke für deine Antwort an {company}",
  thanksWhy: "Du bekommst diese E-Mail, weil du auf eine Frage von {company} geantwortet hast.",
  thanksOptOut: "Pause von Fragen und solchen E-Mails oder keine mehr",

  replySubject: "Dein Anliegen bei {company}",
  replyAnswered: "Am {date} hast du mit {score} geantwortet:",
  replyAnsweredOnly: "Am {date} hast du mit {score} geantwortet.",
};
