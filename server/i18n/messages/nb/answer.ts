import type { AnswerMessages } from "../en/answer.ts";

export const answer: AnswerMessages = {
  title: "Svaret ditt til {company}",
  errorTitle: "Feil: {title}",
  errorHeading: "Ingenting er sendt ennå",
  chosen: "Du valgte {score}. Endre det nedenfor hvis det ble feil.",
  earlier: "Du svarte {score} den {date}. Send på nytt for å endre svaret.",
  reason: "Hva er den viktigste grunnen til vurderingen din?",
  optional: "valgfritt",
  drivers: "Hva handler det om?",
  contact: "Jeg vil gjerne kontaktes av {company}",
  contactHow: "Hvordan?",
  contactEmail: "På e-post",
  contactPhone: "På telefon",
  phone: "Telefonnummer",
  send: "Send",
  sending: "Sender…",
  sendHint: "Svaret ditt teller når du trykker på Send.",
  goesTo: "Svaret ditt går til {company}.",
  optOut: "Ingen flere spørsmål fra {company}",
  test: "Dette er en test. Svaret teller ikke med.",

  errorScore: "Velg et tall fra 0 til 10.",
  errorCommentTooLong: "Kommentaren kan være på høyst {max, number} tegn. Gjør den litt kortere.",
  errorPhone: "Skriv telefonnummeret med minst fem sifre, eller velg e-post.",
  errorPageTooOld: "Siden hadde vært åpen for lenge. Ingenting er borte: trykk på Send igjen.",
  errorTryAgain: "Svaret kunne ikke lagres akkurat nå. Ingenting er borte: trykk på Send igjen.",

  thanksTitle: "Takk",
  thanksChosen: "Du svarte {score}.",
  thanksChange: "Endre svaret ditt",
  thanksUntil: "Du kan endre det til og med {date}.",
  nextName: "{name} hos {company}",
  nextSomebody: "En medarbeider hos {company}",
  nextLook: "{who} ser på svaret ditt senest {date} og skriver kanskje til deg.",
  nextWrite: "{who} skriver til deg senest {date}.",
  nextCall: "{who} ringer deg på {phone} senest {date}.",
  nextLate: "{who} har svaret ditt. Det tar lengre tid enn det burde.",
  nextReplied: "{company} har skrevet til deg på e-post. Du kan bare svare på den.",
  thanksClose: "Nå kan du lukke siden.",

  optOutTitle: "Ingen flere spørsmål fra {company}?",
  optOutText: "Trykk på knappen, så ber {company} ikke lenger om din mening på e-post.",
  optOutButton: "Ikke spør meg igjen",
  optOutDoneTitle: "Du blir ikke spurt igjen",
  optOutDoneText:
    "{company} ber ikke lenger om din mening på e-post. Hvis du er i dialog med dem, fortsetter den som før.",
  optOutBreak: "Heller en pause",
  optOutMonths: "Ikke på {months} måneder",
  optOutPausedTitle: "Du blir ikke spurt på en stund",
  optOutPausedText:
    "{company} ber ikke om din mening på e-post før {date}. Hvis du er i dialog med dem, fortsetter den som før.",

  goneTitle: "Denne lenken virker ikke lenger",
  goneText: "Den kan være for gammel, eller så kom ikke hele adressen med da den ble kopiert.",
  goneContact: "Vil du si noe til bedriften? Ta kontakt slik du pleier.",

  awayTitle: "Ikke tilgjengelig akkurat nå",
  awayText:
    "Noe virker ikke hos oss. Vent et minutt, og åpne lenken igjen. Hvis du hadde skrevet noe, gå tilbake: det er der fortsatt.",

  busyTitle: "Vent litt",
  busyText: "Det ble for mange forsøk på kort tid. Vent et minutt, gå så tilbake og prøv igjen.",
};
