import type { MailMessages } from "../en/mail.ts";

export const mail: MailMessages = {
  preheader: "Yksi kysymys, noin kymmenen sekuntia.",
  greeting: "Hei {name}!",
  greetingNoName: "Hei!",
  afterScale: "Napsautus avaa sivun, jolla voit kirjoittaa kommentin tai muuttaa vastaustasi.",
  answerHere: "Vastaa tästä:",
  regards: "Ystävällisin terveisin",
  whyYou: "Saat tämän viestin, koska olet yrityksen {company} asiakas.",
  youSaid: "Te kerroitte, me teimme",
  optOut: "Tauko kysymyksistä tai niiden lopetus",
  dataProtection: "Tietosuoja: {contact}",

  invitedSubject: "Kutsu Svariin: {workspace}",
  invitedTitle: "Kutsu Svariin: {workspace}",
  invitedBy: "{inviter} on kutsunut sinut työtilaan {workspace}.",
  invitedByNobody: "Sinut on kutsuttu työtilaan {workspace}.",
  invitedRole:
    "{role, select, admin {Saat järjestelmänvalvojan roolin: voit muuttaa kaikkea, myös käyttäjiä ja asetuksia.} manager {Saat esihenkilön roolin: voit katsoa tuloksia, lähettää kampanjoita ja seurata jatkotoimia.} agent {Saat käsittelijän roolin: voit lukea vastauksia ja keskustella asiakkaiden kanssa.} other {Saat katselijan roolin: voit katsoa tuloksia ja vastauksia.}}",
  invitedButton: "Hyväksy kutsu",
  invitedUntil: "Linkki toimii kerran, viimeistään {date}.",
  invitedNotYou: "Jos et tiedä, mistä on kyse, voit jättää viestin huomiotta.",

  resetSubject: "Valitse uusi salasana Svariin",
  resetTitle: "Valitse uusi salasana",
  resetText: "Svar-tilille {email} on pyydetty uutta salasanaa.",
  resetButton: "Valitse uusi salasana",
  resetValid: "Linkki toimii kerran ja on voimassa {minutes, plural, one {# minuutin} other {# minuuttia}}.",
  resetNotYou: "Jos pyyntö ei tullut sinulta, sinun ei tarvitse tehdä mitään. Salasanasi pysyy ennallaan.",
  noticePasswordTitle: "Svar-salasanasi on vaihdettu",
  noticePasswordText: "Tilisi {email} salasana on vaihdettu. Sinut on kirjattu ulos kaikkialta muualta.",
  noticeBrowserTitle: "Kirjautuminen uudella selaimella",
  noticeBrowserText: "Tilillesi {email} on kirjauduttu selaimella, jota ei ole käytetty aiemmin.",
  noticeWhen: "Milloin: {time}",
  noticeWhere: "Selain: {name}",
  noticeNotYou:
    "Jos se olit sinä, sinun ei tarvitse tehdä mitään. Jos se et ollut sinä, valitse heti uusi salasana; se kirjaa kaikki muut ulos.",
  noticeFactorAddedTitle: "Toinen tunnistautumistapasi on käytössä",
  noticeFactorAddedText:
    "Tästä lähtien sovelluksesi koodi kysytään, kun {email} kirjautuu sisään. Sinut on kirjattu ulos kaikkialta muualta.",
  noticeFactorRemovedTitle: "Toinen tunnistautumistapasi on poistettu",
  noticeFactorRemovedText:
    "{email} voi taas kirjautua ilman koodia. Sinut on kirjattu ulos kaikkialta muualta.",
  noticeCodesRenewedTitle: "Sinulla on uudet palautuskoodit",
  noticeCodesRenewedText: "Tilillesi {email} on luotu uudet palautuskoodit. Vanhat eivät enää toimi.",
  noticeCodeUsedTitle: "Palautuskoodi on käytetty",
  noticeCodeUsedText: "Tilillesi {email} on kirjauduttu yhdellä sen palautuskoodeista.",
  noticePasskeyAddedTitle: "Pääsyavain on lisätty",
  noticePasskeyAddedText: "Tilillesi {email} on lisätty pääsyavain. Sillä kirjaudutaan ilman salasanaa.",
  noticePasskeyRemovedTitle: "Pääsyavain on poistettu",
  noticePasskeyRemovedText: "Tililtäsi {email} on poistettu pääsyavain. Sillä ei enää voi kirjautua.",
  signUpSubject: "Luo työtilasi Svarissa",
  signUpText: "Joku haluaa rekisteröityä Svariin osoitteella {email}. Jos se olit sinä, jatka tästä.",
  signUpButton: "Jatka",
  signUpNotYou: "Jos pyyntö ei tullut sinulta, sinun ei tarvitse tehdä mitään. Tiliä ei luoda ilman linkkiä.",
  signInSubject: "Kirjaudu Svariin",
  signInText: "Tilille {email} on pyydetty kirjautumislinkkiä.",
  signInButton: "Kirjaudu sisään",
  signInFirst:
    "Samalla osoitteesi vahvistetaan. Jos et avaa linkkiä siellä, missä olet kirjautuneena, aiemmin valittu salasana ei enää toimi; voit valita uuden milloin tahansa.",
  signInNotYou:
    "Jos pyyntö ei tullut sinulta, sinun ei tarvitse tehdä mitään. Ketään ei kirjata sisään ilman linkkiä.",

  ownSubject: "Tietosi: {company}",
  ownAsked:
    "Pyysit tietoja, joita yrityksellä {company} on sinusta siellä, missä se pyytää asiakkailtaan palautetta.",
  ownButton: "Katso, lataa tai poista tietoni",
  ownUntil: "Linkki toimii {date} asti.",
  ownNotYou: "Jos pyyntö ei tullut sinulta, sinun ei tarvitse tehdä mitään: mikään ei muutu.",

  domainSubject: "Viestit eivät enää tule verkkotunnuksesta {domain}",
  domainTitle: "Verkkotunnuksen {domain} DNS-tietueet puuttuvat tai ovat väärin",
  domainText:
    "Vastaanottajat hylkäisivät nyt viestit verkkotunnuksesta {domain}. Siksi kysymykset ja vastaukset lähtevät Svarin omasta osoitteesta yrityksenne nimellä. Korjatkaa tietueet ja tarkistakaa ne uudelleen, niin osoitteenne on taas käytössä.",
  domainButton: "Katso, mikä tietue on kyseessä",
  domainWhy: "Saat tämän viestin, koska olet työtilan {workspace} ylläpitäjä.",

  caseSubject: "{customer} antoi arvosanan {score}: tapaus on sinun",
  caseTitle: "{customer} antoi arvosanan {score}",
  caseSubjectWrote: "{customer} vastasi viestiinne: tapaus on sinun",
  caseTitleWrote: "{customer} vastasi viestiinne",
  caseSubjectNoted: "{customer} otti yhteyttä: tapaus on sinun",
  caseTitleNoted: "{customer} otti yhteyttä",
  caseSubjectRecovery: "{customer} vastaa ”{answer}” kysymykseen, onko asia ratkennut: tapaus on taas sinun",
  caseTitleRecovery: "{customer} vastaa ”{answer}” kysymykseen, onko asia ratkennut",
  caseYours: "Tapaus on sinun, {name}.",
  caseNoCustomer: "Asiakas",
  caseNoComment: "Kommenttia ei jätetty.",
  caseCall: "Asiakas toivoo, että hänelle soitetaan numeroon {phone}.",
  caseWrite: "Asiakas toivoo yhteydenottoa sähköpostitse.",
  caseDue: "Vastaa viimeistään {time}.",
  caseButton: "Avaa tapaus",
  caseWhy: "Saat tämän viestin, koska tapaus on annettu sinulle työtilassa {workspace}.",
  caseMentionTitle: "{name} mainitsee sinut muistiinpanossa: {customer}",
  caseMentionWhy:
    "Saat tämän viestin, koska {name} kirjoitti nimesi muistiinpanoon työtilassa {workspace}. Asiakas ei näe muistiinpanoja.",
  caseCovered: "{name} on poissa, joten tapaus on sillä välin sinun.",
  caseCoveredWhy: "Saat tämän viestin, koska sijaistat henkilöä {name} työtilassa {workspace}.",
  caseWith: "Tapaus on henkilöllä {name}.",
  caseWithNobody: "Kukaan ei ole vielä ottanut tapausta.",
  caseToldWhy: "Saat tämän viestin, koska sääntö ”{rule}” työtilassa {workspace} ilmoittaa tiimin vetäjälle.",

  caseOverdue: "{customer} odottaa yhä vastausta",
  caseOverdueWith: "Vastauksen määräaika oli {time}. Tapaus on henkilöllä {name}.",
  caseOverdueNobody: "Vastauksen määräaika oli {time}. Kukaan ei ole vielä ottanut tapausta.",
  caseOverdueWhy: "Saat tämän viestin, koska johdat tiimiä tai olet esihenkilönä työtilassa {workspace}.",
  caseSubjectMail: "{customer} kirjoitti tapaukseesi",
  caseTitleMail: "{customer} kirjoitti",
  caseReplyHere:
    "Voit vastata tähän viestiin omasta osoitteestasi: {customer} saa kirjoittamasi vastauksenasi, ilman sitä, mikä on sen alla.",
  caseNotSent: "Vastaustasi ei lähetetty: {customer}",
  caseNotSentUnverified:
    "Ei voitu osoittaa, että viesti tuli sinulta: se lähetettiin muusta osoitteesta kuin siitä, jolla kirjaudut sisään, tai sähköpostipalvelimesi ei ollut allekirjoittanut sitä tälle osoitteelle (DKIM). Vastaa siitä osoitteesta tai kirjoita tapaukseen. Viesti on tallessa siellä, asiakas ei ole nähnyt sitä.",
  caseNotSentNotAllowed:
    "Saat katsoa tapausta mutta et kirjoittaa siihen. Kysy työtilan ylläpitäjältä. Viesti on tallessa tapauksessa, asiakas ei ole nähnyt sitä.",
  caseNotSentErased:
    "Asiakkaan tiedot on poistettu hänen pyynnöstään, joten kirjoitettavaa henkilöä ei enää ole.",
  caseNotSentEmpty:
    "Viestissä ei ollut muita sanoja kuin lainatut. Kirjoita vastauksesi niiden yläpuolelle ja lähetä se uudelleen.",
  caseNotSentQuoted: "Sanojasi ei voitu erottaa niiden alla olevasta viestistä, joka on vain työtovereille.",
  caseNotSentFiles: "Vastauksessa voi olla enintään 20 tiedostoa, kukin enintään 10 Mt ja yhteensä 18 Mt.",
  caseNotSentClosed:
    "Tapaus suljettiin ennen kuin vastauksesi tuli. Avaa se uudelleen, niin voit lähettää vastauksen.",
  caseNotSentNewer: "Tapaukseen tuli jotain sen viestin jälkeen, johon vastasit. Lue se ensin.",
  caseNotSentRefused:
    "{customer} ei saa täältä sähköpostia: osoitetta ei ole, tai kaikki viestit siihen on pysäytetty.",
  caseNotSentDraft: "Kirjoittamasi odottaa tapauksessa luonnoksenasi.",
  caseNotSentWhy: "Saat tämän viestin, koska vastasit viestiin, joka koski tapausta työtilassa {workspace}.",

  casePromises: "{n, plural, one {Lupaus erääntyy: {customer}} other {# lupausta asiakkaille erääntyy}}",
  casePromiseToday: "Tänään.",
  casePromiseOverdue: "{n, plural, one {Päivän myöhässä.} other {# päivää myöhässä.}}",
  casePromiseOn: "Viimeistään {date}.",
  casePromisesButton: "Katso, mitä on luvattu",
  casePromisesWhy:
    "Saat tämän viestin, koska nämä lupaukset ovat sinun pidettävinäsi työtilassa {workspace}. Viesti tulee työpäivinä, kun jotain erääntyy.",

  caseNewsNew: "{n, plural, one {# uusi tapaus} other {# uutta tapausta}}",
  caseNewsYours: "{n, plural, one {# tapaus on nyt sinun} other {# tapausta on nyt sinun}}",
  caseNewsAssigned:
    "{n, plural, one {# tapaus on annettu käsittelijälle} other {# tapausta on annettu käsittelijälle}}",
  caseNewsNotSolved:
    "{n, plural, one {# asiakas vastasi, ettei asia ole ratkennut} other {# asiakasta vastasi, ettei asia ole ratkennut}}",
  caseNewsWrote: "{n, plural, one {# asiakas on kirjoittanut} other {# asiakasta on kirjoittanut}}",
  caseNewsOverdue: "{n, plural, one {# vastaus on myöhässä} other {# vastausta on myöhässä}}",
  caseNewsMixed: "{n, plural, one {Uutta # tapauksesta} other {Uutta # tapauksesta}}",
  caseNewsLastHour: "Viimeisen tunnin aikana: {what}",
  caseNewsWroteOne: "{customer} on kirjoittanut",
  caseNewsWith: "Tapaus on henkilöllä {name}.",
  caseNewsNobody: "Kukaan ei ole vielä ottanut tapausta.",
  caseNewsMore: "Ja {n} muuta.",
  caseNewsQueue: "Katso ne jonossa",
  caseNewsWhy: "Saat tämän viestin työtilan {workspace} ilmoitustesi vuoksi.",
  caseNewsChange: "Muuta ilmoituksia",

  caseChannelTest: "Testi Svarilta: työtilan {workspace} ilmoitukset tulevat tänne.",
  caseChannelOff: "Ilmoituksia ei enää lähetetä kanavalle {channel}",
  caseChannelGone: "Webhookia ei enää ole.",
  caseChannelFailing: "Mikään ei ole mennyt perille kolmeen vuorokauteen.",
  caseChannelAnswer: "Viimeisin vastaus oli: {answer}",
  caseChannelWay:
    "Luo kanavalle uusi webhook ja anna sen osoite Svarille, niin ilmoitukset menevät taas perille.",
  caseChannelButton: "Anna kanavalle uusi osoite",
  caseChannelWhy: "Saat tämän viestin, koska vastaat kanavasta {channel} työtilassa {workspace}.",

  checkIntro: "Päätimme asian käsittelyn {date}. Sinä tiedät parhaiten, ratkesiko se:",
  checkAfter:
    "Napsautus avaa sivun, jolla voit kirjoittaa kommentin. Vastauksesi lasketaan, kun painat siellä Lähetä. Voit myös vastata suoraan tähän viestiin.",
  checkWhy: "Saat tämän viestin, koska annoit yritykselle {company} palautetta ja se tarttui asiaan.",

  thanksSubject: "Kiitos vastauksestasi: {company}",
  thanksWhy: "Saat tämän viestin, koska vastasit yrityksen {company} kysymykseen.",
  thanksOptOut: "Tauko kysymyksistä ja tällaisista viesteistä tai niiden lopetus",

  replySubject: "Yhteydenottosi: {company}",
  replyAnswered: "{date} annoit arvosanan {score}:",
  replyAnsweredOnly: "{date} annoit arvosanan {score}.",
};
