import type { AnswerMessages } from "../en/answer.ts";

export const answer: AnswerMessages = {
  title: "Ditt svar till {company}",
  errorTitle: "Fel: {title}",
  errorHeading: "Inget har skickats än",
  chosen: "Du valde {score}. Ändra nedan om det blev fel.",
  earlier: "Du svarade {score} den {date}. Skicka igen för att ändra svaret.",
  reason: "Vilken är den viktigaste anledningen till ditt betyg?",
  optional: "frivilligt",
  drivers: "Vad handlar det om?",
  contact: "Jag vill att {company} kontaktar mig",
  contactHow: "Hur?",
  contactEmail: "Via mejl",
  contactPhone: "Per telefon",
  phone: "Telefonnummer",
  send: "Skicka",
  sending: "Skickar…",
  sendHint: "Ditt svar räknas när du trycker på Skicka.",
  goesTo: "Ditt svar går till {company}.",
  optOut: "Inga fler frågor från {company}",
  test: "Det här är ett test. Svaret räknas inte.",

  errorScore: "Välj en siffra från 0 till 10.",
  errorCommentTooLong: "Kommentaren får vara högst {max, number} tecken. Korta den lite.",
  errorPhone: "Skriv telefonnumret, med minst fem siffror, eller välj mejl.",
  errorPageTooOld: "Sidan hade varit öppen för länge. Inget är borta: tryck på Skicka igen.",
  errorTryAgain: "Svaret kunde inte sparas just nu. Inget är borta: tryck på Skicka igen.",

  thanksTitle: "Tack",
  thanksChosen: "Du svarade {score}.",
  thanksChange: "Ändra ditt svar",
  thanksUntil: "Du kan ändra det till och med {date}.",
  nextName: "{name} på {company}",
  nextSomebody: "En medarbetare på {company}",
  nextLook: "{who} tittar på ditt svar senast den {date} och kan komma att skriva till dig.",
  nextWrite: "{who} skriver till dig senast den {date}.",
  nextCall: "{who} ringer dig på {phone} senast den {date}.",
  nextLate: "{who} har ditt svar. Det dröjer längre än det borde.",
  nextReplied: "{company} har skrivit till dig via mejl. Du kan svara direkt på det.",
  thanksClose: "Nu kan du stänga sidan.",

  optOutTitle: "Inga fler frågor från {company}?",
  optOutText: "Tryck på knappen, så frågar {company} inte längre efter dina synpunkter via mejl.",
  optOutButton: "Fråga mig inte igen",
  optOutDoneTitle: "Du blir inte tillfrågad igen",
  optOutDoneText:
    "{company} frågar inte längre efter dina synpunkter via mejl. Om du har en dialog med dem fortsätter den som vanligt.",
  optOutBreak: "Hellre en paus",
  optOutMonths: "Inte på {months} månader",
  optOutPausedTitle: "Du blir inte tillfrågad på ett tag",
  optOutPausedText:
    "{company} frågar inte efter dina synpunkter via mejl före den {date}. Om du har en dialog med dem fortsätter den som vanligt.",

  goneTitle: "Den här länken fungerar inte längre",
  goneText: "Den kan vara för gammal, eller så kom inte hela adressen med när den kopierades.",
  goneContact: "Vill du säga något till företaget? Kontakta dem som du brukar.",

  awayTitle: "Inte tillgänglig just nu",
  awayText:
    "Något fungerar inte hos oss. Vänta en minut och öppna länken igen. Hade du skrivit något, gå tillbaka: det finns kvar.",

  busyTitle: "Vänta ett ögonblick",
  busyText: "Det blev för många försök på kort tid. Vänta en minut, gå sedan tillbaka och försök igen.",
};
