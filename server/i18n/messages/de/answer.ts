import type { AnswerMessages } from "../en/answer.ts";

export const answer: AnswerMessages = {
  title: "Deine Antwort an {company}",
  errorTitle: "Fehler: {title}",
  errorHeading: "Es ist noch nichts gesendet",
  chosen: "Du hast {score} gewählt. Ändere es unten, wenn das ein Versehen war.",
  earlier: "Du hast am {date} mit {score} geantwortet. Sende noch einmal, um das zu ändern.",
  reason: "Was ist der wichtigste Grund für deine Bewertung?",
  optional: "freiwillig",
  drivers: "Worum geht es?",
  contact: "Ich möchte, dass {company} sich bei mir meldet",
  contactHow: "Wie?",
  contactEmail: "Per E-Mail",
  contactPhone: "Per Telefon",
  phone: "Telefonnummer",
  send: "Senden",
  sending: "Wird gesendet…",
  sendHint: "Deine Antwort zählt, sobald du auf Senden drückst.",
  goesTo: "Deine Antwort geht an {company}.",
  optOut: "Keine Fragen mehr von {company}",
  test: "Dies ist ein Test. Die Antwort wird nicht gezählt.",

  errorScore: "Wähle eine Zahl von 0 bis 10.",
  errorCommentTooLong: "Der Kommentar darf höchstens {max, number} Zeichen lang sein. Kürze ihn ein wenig.",
  errorPhone: "Schreibe die Telefonnummer mit mindestens fünf Ziffern, oder wähle E-Mail.",
  errorPageTooOld: "Die Seite war zu lange offen. Es ist nichts verloren: Drücke noch einmal auf Senden.",
  errorTryAgain:
    "Deine Antwort konnte gerade nicht gespeichert werden. Es ist nichts verloren: Drücke noch einmal auf Senden.",
  errorTooMany:
    "Von hier sind gerade zu viele Antworten gekommen. Es ist nichts verloren: Warte ein paar Minuten und drücke noch einmal auf Senden.",

  thanksTitle: "Danke",
  thanksChosen: "Du hast mit {score} geantwortet.",
  thanksChange: "Antwort ändern",
  thanksUntil: "Du kannst sie bis {date} ändern.",
  nextName: "{name} bei {company}",
  nextSomebody: "Jemand bei {company}",
  nextLook: "{who} sieht sich deine Antwort bis zum {date} an und schreibt dir vielleicht.",
  nextWrite: "{who} schreibt dir bis zum {date}.",
  nextCall: "{who} ruft dich bis zum {date} unter {phone} an.",
  nextLate: "{who} hat deine Antwort. Es dauert länger, als es sollte.",
  nextReplied: "{company} hat dir per E-Mail geschrieben. Du kannst einfach darauf antworten.",
  nextClosed: "{company} hat die Sache am {date} abgeschlossen. Wenn sie nicht gelöst ist, bitte um Kontakt.",
  thanksClose: "Du kannst die Seite jetzt schließen.",
  kioskNext: "Für die nächste Person neu beginnen",
  onceTitle: "Du hast schon geantwortet",
  onceText: "{company} nimmt hier eine Antwort je Browser an. Danke für deine.",

  mineLink: "Deine Antwort und was mit ihr geschieht",
  mineAnswered: "Du hast am {date} mit {score} geantwortet.",
  mineAbout: "Es geht um: {drivers}",
  mineEarlier: "Bevor du sie geändert hast",
  mineVersion: "{score} am {date}",
  mineNext: "Was jetzt geschieht",
  mineNothing: "Niemand bei {company} muss etwas tun, es sei denn, du wünschst Kontakt.",
  mineSave: "Speichern",
  mineWithdrawn: "Du hast diese Antwort am {date} zurückgezogen. Sie zählt nicht mehr.",
  mineAgain: "Noch einmal antworten",
  mineWithdraw: "Meine Antwort zurückziehen",
  mineWithdrawHint: "Dann zählt sie nicht mehr. Du kannst bis {date} noch einmal antworten.",
  mineQuestions: "Fragen per E-Mail",
  mineData: "Deine Daten",
  mineDownload: "Deine Antwort als Datei herunterladen",
  mineDataText: "Die Datei hat diese Antwort und ihre früheren Fassungen.",
  mineAll:
    "Für alles, was {company} hier über dich hat, schicken wir einen Link an deine E-Mail-Adresse. Dort kannst du es herunterladen oder löschen lassen.",
  mineAllButton: "Link schicken",
  mineAllSent: "Eine E-Mail mit dem Link ist unterwegs an die Adresse, die {company} von dir hat.",

  ownTitle: "Deine Daten bei {company}",
  ownText: "Das hat {company} hier über dich.",
  ownAnswers: "{n, plural, one {# Antwort} other {# Antworten}}",
  ownMails: "{n, plural, one {# E-Mail an dich} other {# E-Mails an dich}}",
  ownMessages: "{n, plural, one {# Nachricht in einem Gespräch} other {# Nachrichten in Gesprächen}}",
  ownDownload: "Alles als Datei herunterladen",
  ownErase: "Meine Daten löschen",
  ownEraseText:
    "Dein Name, deine Adresse, was du geschrieben hast und was dir geschrieben wurde, werden endgültig gelöscht. Deine Bewertungen bleiben, ohne etwas, das sagt, von wem sie sind. Ein unlesbares Kennzeichen deiner Adresse bleibt, damit du nicht noch einmal gefragt wirst.",
  ownSure: "Ich will das und weiß, dass es sich nicht rückgängig machen lässt",
  ownSureMissing: "Setze zuerst das Häkchen, um zu sagen, dass du das willst.",
  ownErasedTitle: "Deine Daten sind gelöscht",
  ownErasedText: "{company} hat hier nichts mehr, was sagt, wer du bist, und fragt dich nicht noch einmal.",

  optOutTitle: "Keine Fragen mehr von {company}?",
  optOutText:
    "Drücke auf die Schaltfläche, dann fragt dich {company} nicht mehr per E-Mail nach deiner Meinung.",
  optOutButton: "Nicht mehr fragen",
  optOutDoneTitle: "Du wirst nicht mehr gefragt",
  optOutDoneText:
    "{company} fragt dich nicht mehr per E-Mail nach deiner Meinung. Wenn ihr gerade im Gespräch seid, geht es weiter wie bisher.",
  optOutBreak: "Lieber eine Pause",
  optOutMonths: "{months} Monate lang nicht",
  optOutPausedTitle: "Du wirst eine Weile nicht gefragt",
  optOutPausedText:
    "{company} fragt dich vor dem {date} nicht per E-Mail nach deiner Meinung. Wenn ihr gerade im Gespräch seid, geht es weiter wie bisher.",

  goneTitle: "Dieser Link funktioniert nicht mehr",
  goneText: "Er ist vielleicht zu alt, oder die Adresse wurde nicht ganz kopiert.",
  goneContact: "Wer dem Unternehmen etwas sagen möchte, meldet sich dort wie gewohnt.",

  awayTitle: "Gerade nicht erreichbar",
  awayText:
    "Bei uns funktioniert gerade etwas nicht. Bitte einen Moment warten und den Link noch einmal öffnen. Was schon geschrieben war, ist noch da: einfach zurückgehen.",

  busyTitle: "Einen Moment bitte",
  busyText:
    "Es gab zu viele Versuche in kurzer Zeit. Bitte eine Minute warten, dann zurückgehen und es noch einmal versuchen.",
};
