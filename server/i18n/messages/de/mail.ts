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
  caseNewsWhy: "Du bekommst diese E-Mail wegen deiner Benachrichtigungen in {workspace}.",
  caseNewsChange: "Benachrichtigungen ändern",

  caseChannelTest: "Test von Svar: Hier werden die Benachrichtigungen von {workspace} stehen.",
  caseChannelOff: "An {channel} gehen keine Benachrichtigungen mehr",
  caseChannelGone: "Den Webhook gibt es nicht mehr.",
  caseChannelFailing: "Seit drei Tagen ist nichts angekommen.",
  caseChannelAnswer: "Die letzte Antwort war: {answer}",
  caseChannelWay:
    "Lege für den Kanal einen neuen Webhook an und gib Svar seine Adresse, dann kommen die Benachrichtigungen wieder an.",
  caseChannelButton: "Dem Kanal eine neue Adresse geben",
  caseChannelWhy: "Du bekommst diese E-Mail, weil du dich in {workspace} um {channel} kümmerst.",

  checkIntro: "Wir haben die Sache am {date} abgeschlossen. Du weißt am besten, ob es geklappt hat:",
  checkAfter:
    "Ein Klick öffnet eine Seite, auf der du etwas dazu schreiben kannst. Deine Antwort zählt, sobald du dort auf Senden drückst. Du kannst auch einfach auf diese E-Mail antworten.",
  checkWhy:
    "Du bekommst diese E-Mail, weil du {company} eine Rückmeldung gegeben hast, der nachgegangen wurde.",

  replyAnswered: "Am {date} hast du mit {score} geantwortet:",
  replyAnsweredOnly: "Am {date} hast du mit {score} geantwortet.",
};
