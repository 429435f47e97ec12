import type { AnswerMessages } from "../en/answer.ts";

export const answer: AnswerMessages = {
  title: "Vastauksesi: {company}",
  errorTitle: "Virhe: {title}",
  errorHeading: "Mitään ei ole vielä lähetetty",
  chosen: "Valitsit arvosanan {score}. Muuta se alta, jos valinta oli vahinko.",
  earlier: "Annoit arvosanan {score} {date}. Voit muuttaa vastaustasi lähettämällä sen uudelleen.",
  reason: "Mikä on tärkein syy arvosanaasi?",
  optional: "vapaaehtoinen",
  drivers: "Mitä se koskee?",
  contact: "Haluan, että {company} ottaa minuun yhteyttä",
  contactHow: "Miten?",
  contactEmail: "Sähköpostitse",
  contactPhone: "Puhelimitse",
  phone: "Puhelinnumero",
  send: "Lähetä",
  sending: "Lähetetään…",
  sendHint: "Vastauksesi lasketaan, kun painat Lähetä.",
  goesTo: "Vastauksesi vastaanottaja: {company}.",
  optOut: "Ei enää kysymyksiä yritykseltä {company}",
  test: "Tämä on testi. Vastausta ei lasketa mukaan.",

  errorScore: "Valitse numero väliltä 0–10.",
  errorCommentTooLong: "Kommentissa voi olla enintään {max, number} merkkiä. Lyhennä sitä hieman.",
  errorPhone: "Kirjoita puhelinnumero, vähintään viisi numeroa, tai valitse sähköposti.",
  errorPageTooOld: "Sivu oli ollut auki liian kauan. Mitään ei ole kadonnut: paina Lähetä uudelleen.",
  errorTryAgain: "Vastausta ei voitu juuri nyt tallentaa. Mitään ei ole kadonnut: paina Lähetä uudelleen.",

  thanksTitle: "Kiitos",
  thanksChosen: "Annoit arvosanan {score}.",
  thanksChange: "Muuta vastaustasi",
  thanksUntil: "Voit muuttaa sitä {date} asti.",
  nextName: "{name} ({company})",
  nextSomebody: "Yrityksen {company} työntekijä",
  nextLook: "{who} tutustuu vastaukseesi viimeistään {date} ja saattaa kirjoittaa sinulle.",
  nextWrite: "{who} kirjoittaa sinulle viimeistään {date}.",
  nextCall: "{who} soittaa sinulle numeroon {phone} viimeistään {date}.",
  nextLate: "{who} on saanut vastauksesi. Käsittely kestää pidempään kuin pitäisi.",
  nextReplied: "{company} on kirjoittanut sinulle sähköpostitse. Voit vastata suoraan siihen.",
  nextClosed: "{company} päätti asian käsittelyn {date}. Jos asia ei ole ratkennut, pyydä yhteydenottoa.",
  thanksClose: "Voit nyt sulkea sivun.",

  mineLink: "Vastauksesi ja mitä sille tapahtuu",
  mineAnswered: "Annoit arvosanan {score} {date}.",
  mineAbout: "Aihe: {drivers}",
  mineEarlier: "Ennen kuin muutit sitä",
  mineVersion: "{score}, {date}",
  mineNext: "Mitä seuraavaksi tapahtuu",
  mineNothing: "Kenenkään yrityksessä {company} ei tarvitse tehdä asialle mitään, ellet halua yhteydenottoa.",
  mineSave: "Tallenna",
  mineQuestions: "Kysymykset sähköpostitse",
  mineData: "Tietosi",
  mineDownload: "Lataa vastauksesi tiedostona",
  mineDataText:
    "Tiedostossa on tämä vastaus ja sen aiemmat versiot. Pyydä muut sinusta säilytettävät tiedot yritykseltä {company}.",

  optOutTitle: "Eikö enää kysymyksiä? ({company})",
  optOutText: "Paina painiketta, niin {company} ei enää pyydä sinulta palautetta sähköpostitse.",
  optOutButton: "Älkää kysykö minulta enää",
  optOutDoneTitle: "Sinulta ei enää kysytä",
  optOutDoneText:
    "{company} ei enää pyydä sinulta palautetta sähköpostitse. Jos keskustelu kanssasi on kesken, se jatkuu entiseen tapaan.",
  optOutBreak: "Mieluummin tauko",
  optOutMonths: "Ei {months} kuukauteen",
  optOutPausedTitle: "Sinulta ei kysytä vähään aikaan",
  optOutPausedText:
    "{company} ei pyydä sinulta palautetta sähköpostitse ennen tätä päivää: {date}. Jos keskustelu kanssasi on kesken, se jatkuu entiseen tapaan.",

  goneTitle: "Tämä linkki ei enää toimi",
  goneText: "Se voi olla liian vanha, tai osoite ei kopioitunut kokonaan.",
  goneContact: "Haluatko kertoa yritykselle jotain? Ota yhteyttä niin kuin tavallisesti.",

  awayTitle: "Ei juuri nyt käytettävissä",
  awayText:
    "Jokin ei toimi meillä. Odota hetki ja avaa linkki uudelleen. Jos olit jo kirjoittanut jotain, palaa takaisin: se on yhä tallessa.",

  busyTitle: "Odota hetki",
  busyText:
    "Yrityksiä oli liian monta lyhyessä ajassa. Odota minuutti, palaa sitten takaisin ja yritä uudelleen.",
};
