import type { AnswerMessages } from "../en/answer.ts";

export const answer: AnswerMessages = {
  title: "Dit svar til {company}",
  errorTitle: "Fejl: {title}",
  errorHeading: "Der er ikke sendt noget endnu",
  chosen: "Du valgte {score}. Ret det nedenfor, hvis det var en fejl.",
  earlier: "Du svarede {score} den {date}. Send igen for at ændre svaret.",
  reason: "Hvad er den vigtigste grund til din vurdering?",
  optional: "valgfrit",
  drivers: "Hvad handler det om?",
  contact: "Jeg vil gerne kontaktes af {company}",
  contactHow: "Hvordan?",
  contactEmail: "På mail",
  contactPhone: "På telefon",
  phone: "Telefonnummer",
  send: "Send",
  sending: "Sender…",
  sendHint: "Dit svar tæller, når du trykker på Send.",
  goesTo: "Dit svar går til {company}.",
  optOut: "Ikke flere spørgsmål fra {company}",
  test: "Dette er en test. Svaret tæller ikke med.",

  errorScore: "Vælg et tal fra 0 til 10.",
  errorCommentTooLong: "Kommentaren må højst være på {max, number} tegn. Gør den lidt kortere.",
  errorPhone: "Skriv telefonnummeret med mindst fem cifre, eller vælg mail.",
  errorPageTooOld: "Siden havde været åben for længe. Intet er gået tabt: tryk på Send igen.",
  errorTryAgain: "Dit svar kunne ikke gemmes lige nu. Intet er gået tabt: tryk på Send igen.",

  thanksTitle: "Tak",
  thanksChosen: "Du svarede {score}.",
  thanksChange: "Ret dit svar",
  thanksUntil: "Du kan rette det til og med {date}.",
  nextName: "{name} hos {company}",
  nextSomebody: "En medarbejder hos {company}",
  nextLook: "{who} ser på dit svar senest den {date} og skriver måske til dig.",
  nextWrite: "{who} skriver til dig senest den {date}.",
  nextCall: "{who} ringer til dig på {phone} senest den {date}.",
  nextLate: "{who} har dit svar. Det tager længere tid, end det burde.",
  nextReplied: "{company} har skrevet til dig på mail. Du kan bare svare på den.",
  thanksClose: "Nu kan du lukke siden.",

  optOutTitle: "Ikke flere spørgsmål fra {company}?",
  optOutText: "Tryk på knappen, så beder {company} ikke længere om din mening på mail.",
  optOutButton: "Spørg mig ikke igen",
  optOutDoneTitle: "Du bliver ikke spurgt igen",
  optOutDoneText:
    "{company} beder ikke længere om din mening på mail. Hvis du er i dialog med dem, fortsætter den som før.",
  optOutBreak: "Hellere en pause",
  optOutMonths: "Ikke i {months} måneder",
  optOutPausedTitle: "Du bliver ikke spurgt i et stykke tid",
  optOutPausedText:
    "{company} beder ikke om din mening på mail før {date}. Hvis du er i dialog med dem, fortsætter den som før.",

  goneTitle: "Linket virker ikke længere",
  goneText: "Det kan være for gammelt, eller også blev hele adressen ikke kopieret med.",
  goneContact: "Vil du sige noget til virksomheden? Kontakt dem, som du plejer.",

  awayTitle: "Ikke tilgængelig lige nu",
  awayText:
    "Noget virker ikke hos os. Vent et minut, og åbn linket igen. Hvis du havde skrevet noget, så gå tilbage: det er der stadig.",

  busyTitle: "Vent et øjeblik",
  busyText: "Der var for mange forsøg på kort tid. Vent et minut, gå så tilbage og prøv igen.",
};
