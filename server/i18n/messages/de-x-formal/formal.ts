import type { FormalTexts } from "../translated.ts";

/** German with Sie, where it differs from German with du. A formal greeting does not end with a first name. */
export const formal: FormalTexts = {
  answer: {
    title: "Ihre Antwort an {company}",
    chosen: "Sie haben {score} gewählt. Ändern Sie es unten, wenn das ein Versehen war.",
    earlier: "Sie haben am {date} mit {score} geantwortet. Senden Sie noch einmal, um das zu ändern.",
    reason: "Was ist der wichtigste Grund für Ihre Bewertung?",
    sendHint: "Ihre Antwort zählt, sobald Sie auf Senden drücken.",
    goesTo: "Ihre Antwort geht an {company}.",

    errorScore: "Wählen Sie eine Zahl von 0 bis 10.",
    errorCommentTooLong:
      "Der Kommentar darf höchstens {max, number} Zeichen lang sein. Kürzen Sie ihn ein wenig.",
    errorPhone: "Schreiben Sie die Telefonnummer mit mindestens fünf Ziffern, oder wählen Sie E-Mail.",
    errorPageTooOld:
      "Die Seite war zu lange offen. Es ist nichts verloren: Drücken Sie noch einmal auf Senden.",
    errorTryAgain:
      "Ihre Antwort konnte gerade nicht gespeichert werden. Es ist nichts verloren: Drücken Sie noch einmal auf Senden.",

    thanksChosen: "Sie haben mit {score} geantwortet.",
    thanksUntil: "Sie können sie bis {date} ändern.",
    nextLook: "{who} sieht sich Ihre Antwort bis zum {date} an und schreibt Ihnen vielleicht.",
    nextWrite: "{who} schreibt Ihnen bis zum {date}.",
    nextCall: "{who} ruft Sie bis zum {date} unter {phone} an.",
    nextLate: "{who} hat Ihre Antwort. Es dauert länger, als es sollte.",
    nextReplied: "{company} hat Ihnen per E-Mail geschrieben. Sie können einfach darauf antworten.",
    nextClosed:
      "{company} hat die Sache am {date} abgeschlossen. Wenn sie nicht gelöst ist, bitten Sie um Kontakt.",
    thanksClose: "Sie können die Seite jetzt schließen.",
    errorTooMany:
      "Von hier sind gerade zu viele Antworten gekommen. Es ist nichts verloren: Warten Sie ein paar Minuten und drücken Sie noch einmal auf Senden.",
    onceTitle: "Sie haben schon geantwortet",
    onceText: "{company} nimmt hier eine Antwort je Browser an. Danke für Ihre.",

    mineLink: "Ihre Antwort und was mit ihr geschieht",
    mineAnswered: "Sie haben am {date} mit {score} geantwortet.",
    mineEarlier: "Bevor Sie sie geändert haben",
    mineNothing: "Niemand bei {company} muss etwas tun, es sei denn, Sie wünschen Kontakt.",
    mineWithdrawn: "Sie haben diese Antwort am {date} zurückgezogen. Sie zählt nicht mehr.",
    mineWithdrawHint: "Dann zählt sie nicht mehr. Sie können bis {date} noch einmal antworten.",
    mineData: "Ihre Daten",
    mineDownload: "Ihre Antwort als Datei herunterladen",
    mineAll:
      "Für alles, was {company} hier über Sie hat, schicken wir einen Link an Ihre E-Mail-Adresse. Dort können Sie es herunterladen oder löschen lassen.",
    mineAllSent: "Eine E-Mail mit dem Link ist unterwegs an die Adresse, die {company} von Ihnen hat.",
    errorManner: "Wählen Sie, wie Sie genannt werden dürfen, oder lassen Sie es: Dann wird nichts zitiert.",
    errorQuoteChanged:
      "Die Seite war zu lange offen, oder Ihre Worte haben sich seither geändert. Lesen Sie sie und wählen Sie noch einmal.",
    quoteTitle: "Darf {company} Ihre Worte zitieren?",
    quoteText:
      "Nur wenn Sie möchten. An Ihrer Antwort ändert das nichts, und Sie können es hier jederzeit zurücknehmen. Wenn Sie Ihre Worte ändern, endet es auch.",
    quoteHow: "Wie dürfen Sie genannt werden?",
    quoteGive: "Ja, Sie dürfen mich zitieren",
    quoteGivenTitle: "{company} darf Ihre Worte zitieren",
    quoteGiven: "Sie haben es am {date} erlaubt. So werden Sie genannt:",
    quoteTakenBack: "Sie haben es am {date} zurückgenommen. {company} darf Ihre Worte nicht zitieren.",

    ownTitle: "Ihre Daten bei {company}",
    ownText: "Das hat {company} hier über Sie.",
    ownMails: "{n, plural, one {# E-Mail an Sie} other {# E-Mails an Sie}}",
    ownEraseText:
      "Ihr Name, Ihre Adresse, was Sie geschrieben haben und was Ihnen geschrieben wurde, werden endgültig gelöscht. Ihre Bewertungen bleiben, ohne etwas, das sagt, von wem sie sind. Ein unlesbares Kennzeichen Ihrer Adresse bleibt, damit Sie nicht noch einmal gefragt werden.",
    ownSureMissing: "Setzen Sie zuerst das Häkchen, um zu sagen, dass Sie das wollen.",
    ownErasedTitle: "Ihre Daten sind gelöscht",
    ownErasedText: "{company} hat hier nichts mehr, was sagt, wer Sie sind, und fragt Sie nicht noch einmal.",

    optOutText:
      "Drücken Sie auf die Schaltfläche, dann fragt {company} Sie nicht mehr per E-Mail nach Ihrer Meinung und schickt Ihnen auch keinen Dank dafür.",
    optOutDoneTitle: "Sie bekommen keine solchen E-Mails mehr",
    optOutDoneText:
      "{company} fragt Sie nicht mehr per E-Mail nach Ihrer Meinung und schickt Ihnen auch keinen Dank dafür. Wenn Sie gerade im Gespräch sind, geht es weiter wie bisher.",
    optOutPausedTitle: "Sie bekommen eine Weile keine solchen E-Mails",
    optOutPausedText:
      "{company} fragt Sie vor dem {date} nicht per E-Mail nach Ihrer Meinung und schickt Ihnen auch keinen Dank dafür. Wenn Sie gerade im Gespräch sind, geht es weiter wie bisher.",

    checkComment: "Möchten Sie etwas dazu sagen?",
    checkEarlier: "Sie haben am {date} mit „{answer}“ geantwortet. Senden Sie noch einmal, um das zu ändern.",
    errorCheck: "Wählen Sie eine der drei Antworten.",
    checkChosen: "Sie haben mit „{answer}“ geantwortet.",
    checkSolved: "Gut zu wissen. Sie müssen nichts weiter tun.",
  },
  mail: {
    greeting: "Guten Tag,",
    greetingNoName: "Guten Tag,",
    afterScale:
      "Ein Klick öffnet eine Seite, auf der Sie etwas dazu schreiben oder Ihre Antwort ändern können.",
    youSaid: "Sie haben es gesagt, wir haben es getan",
    regards: "Mit freundlichen Grüßen",
    whyYou: "Sie bekommen diese E-Mail, weil Sie Kundin oder Kunde von {company} sind.",
    ownSubject: "Ihre Daten bei {company}",
    ownAsked:
      "Sie haben nach dem gefragt, was {company} dort über Sie hat, wo Kundinnen und Kunden nach ihrer Meinung gefragt werden.",
    ownNotYou: "Wenn Sie das nicht waren, müssen Sie nichts tun: Es ändert sich nichts.",
    replySubject: "Ihr Anliegen bei {company}",
    replyAnswered: "Am {date} haben Sie mit {score} geantwortet:",
    replyAnsweredOnly: "Am {date} haben Sie mit {score} geantwortet.",
    checkIntro: "Wir haben die Sache am {date} abgeschlossen. Sie wissen am besten, ob es geklappt hat:",
    checkAfter:
      "Ein Klick öffnet eine Seite, auf der Sie etwas dazu schreiben können. Ihre Antwort zählt, sobald Sie dort auf Senden drücken. Sie können auch einfach auf diese E-Mail antworten.",
    checkWhy:
      "Sie bekommen diese E-Mail, weil Sie {company} eine Rückmeldung gegeben haben, der nachgegangen wurde.",
    thanksSubject: "Danke für Ihre Antwort an {company}",
    thanksWhy: "Sie bekommen diese E-Mail, weil Sie auf eine Frage von {company} geantwortet haben.",
  },
  survey: {
    question: "Wie wahrscheinlich ist es, dass Sie {company} einem Freund oder Kollegen weiterempfehlen?",
    followUpDetractor: "Was ist der wichtigste Grund für Ihre Bewertung, und was sollten wir besser machen?",
    followUpPassive: "Was ist der wichtigste Grund für Ihre Bewertung?",
    followUpPromoter: "Was ist der wichtigste Grund für Ihre Bewertung, und was schätzen Sie am meisten?",
    subject: "Würden Sie {company} weiterempfehlen?",
    thanksPassive:
      "Jemand bei {company} liest jede Antwort, und Ihre hilft uns zu entscheiden, was wir als Nächstes verbessern.",
    thanksPromoter:
      "Das freut uns. Jemand bei {company} liest jede Antwort, und Ihre zeigt uns, was wir beibehalten sollten.",
    choose: "Wählen Sie eine Zahl von 0 bis 10.",
  },
};
