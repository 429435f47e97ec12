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
    errorTooMany:
      "Täältä on juuri tullut liian monta vastausta. Mitään ei ole kadonnut: odottakaa muutama minuutti ja painakaa Lähetä uudelleen.",
    onceTitle: "Olette jo vastanneet",
    onceText: "{company} ottaa tässä vastaan yhden vastauksen selainta kohden. Kiitos omastanne.",

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
    mineAll:
      "Jos haluatte kaiken, mitä yrityksellä {company} on teistä täällä, lähetämme linkin sähköpostiosoitteeseenne. Siellä voitte ladata tiedot tai poistattaa ne.",
    mineAllSent: "Viesti, jossa on linkki, on matkalla osoitteeseen, joka yrityksellä {company} on teistä.",
    errorManner: "Valitkaa, miten teidät saa mainita, tai jättäkää valitsematta: silloin mitään ei lainata.",
    errorQuoteChanged:
      "Sivu oli ollut auki liian kauan, tai tekstinne on muuttunut sen jälkeen. Lukekaa se ja valitkaa uudelleen.",
    quoteTitle: "Saako {company} lainata kirjoittamaanne?",
    quoteText:
      "Vain jos haluatte. Vastauksenne pysyy ennallaan, ja voitte perua luvan täällä milloin tahansa. Lupa päättyy myös, jos muutatte kirjoittamaanne.",
    quoteHow: "Miten teidät saa mainita?",
    quoteGivenTitle: "{company} saa lainata kirjoittamaanne",
    quoteGiven: "Annoitte luvan {date}. Näin teidät mainitaan:",
    quoteTakeBack: "Perukaa lupa",
    quoteTakenBack: "Peruitte luvan {date}. {company} ei saa lainata kirjoittamaanne.",

    ownTitle: "Tietonne: {company}",
    ownText: "Tämä yrityksellä {company} on täällä teistä.",
    ownMails: "{n, plural, one {# sähköposti teille} other {# sähköpostia teille}}",
    ownEraseText:
      "Nimenne, osoitteenne, kaikki mitä olette kirjoittaneet ja mitä teille on kirjoitettu poistetaan lopullisesti. Arvosananne jäävät, mutta mikään ei kerro, kenen ne ovat. Osoitteestanne säilytetään merkki, jota ei voi lukea, jotta teiltä ei kysytä uudelleen.",
    ownDownload: "Ladatkaa kaikki tiedostona",
    ownSureMissing: "Rastittakaa ensin ruutu kertoaksenne, että haluatte tämän.",
    ownErasedTitle: "Tietonne on poistettu",
    ownErasedText:
      "Yrityksellä {company} ei ole täällä enää mitään, mikä kertoisi keitä olette, eikä teiltä kysytä uudelleen.",

    optOutText:
      "Painakaa painiketta, niin {company} ei enää pyydä teiltä palautetta sähköpostitse eikä lähetä siitä kiitosviestiä.",
    optOutDoneTitle: "Ette saa enää tällaisia viestejä",
    optOutDoneText:
      "{company} ei enää pyydä teiltä palautetta sähköpostitse eikä lähetä siitä kiitosviestiä. Jos keskustelu kanssanne on kesken, se jatkuu entiseen tapaan.",
    optOutPausedTitle: "Ette saa tällaisia viestejä vähään aikaan",
    optOutPausedText:
      "{company} ei pyydä teiltä palautetta sähköpostitse eikä lähetä siitä kiitosviestiä ennen tätä päivää: {date}. Jos keskustelu kanssanne on kesken, se jatkuu entiseen tapaan.",

    checkComment: "Haluatteko lisätä jotain?",
    checkEarlier: "Vastasitte ”{answer}” {date}. Voitte muuttaa vastaustanne lähettämällä sen uudelleen.",
    errorCheck: "Valitkaa yksi kolmesta vastauksesta.",
    checkChosen: "Vastasitte ”{answer}”.",
    checkSolved: "Hyvä tietää. Teidän ei tarvitse tehdä enempää.",
  },
  mail: {
    greeting: "Hyvä asiakas,",
    greetingNoName: "Hyvä asiakas,",
    afterScale: "Napsautus avaa sivun, jolla voitte kirjoittaa kommentin tai muuttaa vastaustanne.",
    whyYou: "Saatte tämän viestin, koska olette yrityksen {company} asiakas.",
    ownSubject: "Tietonne: {company}",
    ownAsked:
      "Pyysitte tietoja, joita yrityksellä {company} on teistä siellä, missä se pyytää asiakkailtaan palautetta.",
    ownButton: "Katsokaa, ladatkaa tai poistakaa tietonne",
    ownNotYou: "Jos pyyntö ei tullut teiltä, teidän ei tarvitse tehdä mitään: mikään ei muutu.",
    replySubject: "Yhteydenottonne: {company}",
    replyAnswered: "{date} annoitte arvosanan {score}:",
    replyAnsweredOnly: "{date} annoitte arvosanan {score}.",
    checkIntro: "Päätimme asian käsittelyn {date}. Te tiedätte parhaiten, ratkesiko se:",
    checkAfter:
      "Napsautus avaa sivun, jolla voitte kirjoittaa kommentin. Vastauksenne lasketaan, kun painatte siellä Lähetä. Voitte myös vastata suoraan tähän viestiin.",
    checkWhy: "Saatte tämän viestin, koska annoitte yritykselle {company} palautetta ja se tarttui asiaan.",
    thanksSubject: "Kiitos vastauksestanne: {company}",
    thanksWhy: "Saatte tämän viestin, koska vastasitte yrityksen {company} kysymykseen.",
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
