import type { FormalTexts } from "../translated.ts";

/** Finnish with te, where it differs from Finnish with sinä. A formal greeting does not end with a first name. */
export const formal: FormalTexts = {
  answer: {
    title: "Vastauksenne: {company}",
    chosen: "Valitsitte arvosanan {score}. Muuttakaa se alta, jos valinta oli vahinko.",
    earlier: "Annoitte arvosanan {score} {date}. Voitte muuttaa vastaustanne lähettämällä sen uudelleen.",
    reason: "Mikä on tärkein syy arvosanaanne?",
    sendHint: "Vastauksenne lasketaan, kun painatte Lähetä.",
    goesTo: "Vastauksenne vastaanottaja: {company}.",

    errorScore: "Valitkaa numero väliltä 0–10.",
    errorCommentTooLong: "Kommentissa voi olla enintään {max, number} merkkiä. Lyhentäkää sitä hieman.",
    errorPhone: "Kirjoittakaa puhelinnumero, vähintään viisi numeroa, tai valitkaa sähköposti.",
    errorPageTooOld: "Sivu oli ollut auki liian kauan. Mitään ei ole kadonnut: painakaa Lähetä uudelleen.",
    errorTryAgain:
      "Vastausta ei voitu juuri nyt tallentaa. Mitään ei ole kadonnut: painakaa Lähetä uudelleen.",

    thanksChosen: "Annoitte arvosanan {score}.",
    thanksChange: "Muuttakaa vastaustanne",
    thanksUntil: "Voitte muuttaa sitä {date} asti.",
    nextLook: "{who} tutustuu vastaukseenne viimeistään {date} ja saattaa kirjoittaa teille.",
    nextWrite: "{who} kirjoittaa teille viimeistään {date}.",
    nextCall: "{who} soittaa teille numeroon {phone} viimeistään {date}.",
    nextLate: "{who} on saanut vastauksenne. Käsittely kestää pidempään kuin pitäisi.",
    nextReplied: "{company} on kirjoittanut teille sähköpostitse. Voitte vastata suoraan siihen.",
    nextClosed:
      "{company} päätti asian käsittelyn {date}. Jos asia ei ole ratkennut, pyytäkää yhteydenottoa.",
    thanksClose: "Voitte nyt sulkea sivun.",

    mineLink: "Vastauksenne ja mitä sille tapahtuu",
    mineAnswered: "Annoitte arvosanan {score} {date}.",
    mineEarlier: "Ennen kuin muutitte sitä",
    mineNothing:
      "Kenenkään yrityksessä {company} ei tarvitse tehdä asialle mitään, ellette halua yhteydenottoa.",
    mineWithdrawn: "Peruitte vastauksenne {date}. Sitä ei enää lasketa mukaan.",
    mineAgain: "Vastatkaa uudelleen",
    mineWithdrawHint: "Silloin sitä ei enää lasketa mukaan. Voitte vastata uudelleen {date} asti.",
    mineData: "Tietonne",
    mineDownload: "Ladatkaa vastauksenne tiedostona",
    mineDataText:
      "Tiedostossa on tämä vastaus ja sen aiemmat versiot. Pyytäkää muut teistä säilytettävät tiedot yritykseltä {company}.",

    optOutText: "Painakaa painiketta, niin {company} ei enää pyydä teiltä palautetta sähköpostitse.",
    optOutDoneTitle: "Teiltä ei enää kysytä",
    optOutDoneText:
      "{company} ei enää pyydä teiltä palautetta sähköpostitse. Jos keskustelu kanssanne on kesken, se jatkuu entiseen tapaan.",
    optOutPausedTitle: "Teiltä ei kysytä vähään aikaan",
    optOutPausedText:
      "{company} ei pyydä teiltä palautetta sähköpostitse ennen tätä päivää: {date}. Jos keskustelu kanssanne on kesken, se jatkuu entiseen tapaan.",
  },
  mail: {
    greeting: "Hyvä asiakas,",
    greetingNoName: "Hyvä asiakas,",
    afterScale: "Napsautus avaa sivun, jolla voitte kirjoittaa kommentin tai muuttaa vastaustanne.",
    whyYou: "Saatte tämän viestin, koska olette yrityksen {company} asiakas.",
    replyAnswered: "{date} annoitte arvosanan {score}:",
    replyAnsweredOnly: "{date} annoitte arvosanan {score}.",
  },
  survey: {
    question: "Kuinka todennäköisesti suosittelisitte yritystä {company} ystävällenne tai työkaverillenne?",
    followUpDetractor: "Mikä on tärkein syy arvosanaanne, ja mitä meidän pitäisi tehdä paremmin?",
    followUpPassive: "Mikä on tärkein syy arvosanaanne?",
    followUpPromoter: "Mikä on tärkein syy arvosanaanne, ja mitä arvostatte eniten?",
    subject: "Suosittelisitteko yritystä {company}?",
    reminder: "Esitimme hiljattain yhden kysymyksen. Vastauksestanne on meille yhä apua.",
    thanksDetractor: "Olemme pahoillamme, ettei kokemuksenne ollut parempi.",
    thanksPassive:
      "Jokainen vastaus luetaan yrityksessä {company}, ja teidän vastauksenne auttaa meitä päättämään, mitä parannamme seuraavaksi.",
    thanksPromoter:
      "Mukava kuulla. Jokainen vastaus luetaan yrityksessä {company}, ja teidän vastauksenne kertoo, mistä kannattaa pitää kiinni.",
    choose: "Valitkaa numero väliltä 0–10.",
  },
};
