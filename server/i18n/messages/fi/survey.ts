import type { SurveyMessages } from "../en/survey.ts";

/** Finnish inflects names, so the defaults let "yritys" (company) take the ending and leave the name as it is. */
export const survey: SurveyMessages = {
  question: "Kuinka todennäköisesti suosittelisit yritystä {company} ystävällesi tai työkaverillesi?",
  lowLabel: "En lainkaan todennäköisesti",
  highLabel: "Erittäin todennäköisesti",
  followUpDetractor: "Mikä on tärkein syy arvosanaasi, ja mitä meidän pitäisi tehdä paremmin?",
  followUpPassive: "Mikä on tärkein syy arvosanaasi?",
  followUpPromoter: "Mikä on tärkein syy arvosanaasi, ja mitä arvostat eniten?",
  subject: "Suosittelisitko yritystä {company}?",
  reminder: "Esitimme hiljattain yhden kysymyksen. Vastauksestasi on meille yhä apua.",
  thanksDetractor: "Olemme pahoillamme, ettei kokemuksesi ollut parempi.",
  thanksPassive:
    "Jokainen vastaus luetaan yrityksessä {company}, ja sinun vastauksesi auttaa meitä päättämään, mitä parannamme seuraavaksi.",
  thanksPromoter:
    "Mukava kuulla. Jokainen vastaus luetaan yrityksessä {company}, ja sinun vastauksesi kertoo, mistä kannattaa pitää kiinni.",

  driverQuality: "Laatu",
  driverPrice: "Hinta",
  driverDelivery: "Toimitus",
  driverService: "Palvelu",
  driverEase: "Helppous",

  choose: "Valitse numero väliltä 0–10.",
  endPoint: "{score} = {label}",
  scoreName: "{score}/10",
  endPointName: "{score}/10, {label}",
};
