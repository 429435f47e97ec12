import type { SurveyMessages } from "../en/survey.ts";

export const survey: SurveyMessages = {
  question: "Wie wahrscheinlich ist es, dass du {company} einem Freund oder Kollegen weiterempfiehlst?",
  lowLabel: "Überhaupt nicht wahrscheinlich",
  highLabel: "Äußerst wahrscheinlich",
  followUpDetractor: "Was ist der wichtigste Grund für deine Bewertung, und was sollten wir besser machen?",
  followUpPassive: "Was ist der wichtigste Grund für deine Bewertung?",
  followUpPromoter: "Was ist der wichtigste Grund für deine Bewertung, und was schätzt du am meisten?",
  subject: "Würdest du {company} weiterempfehlen?",
  reminder: "Kürzlich haben wir eine Frage gestellt. Eine Antwort hilft uns noch immer.",
  thanksDetractor: "Es tut uns leid, dass es nicht besser war.",
  thanksPassive:
    "Jemand bei {company} liest jede Antwort, und deine hilft uns zu entscheiden, was wir als Nächstes verbessern.",
  thanksPromoter:
    "Das freut uns. Jemand bei {company} liest jede Antwort, und deine zeigt uns, was wir beibehalten sollten.",

  driverQuality: "Qualität",
  driverPrice: "Preis",
  driverDelivery: "Lieferung",
  driverService: "Service",
  driverEase: "Wie einfach es ist",

  choose: "Wähle eine Zahl von 0 bis 10.",
  endPoint: "{score} = {label}",
  scoreName: "{score} von 10",
  endPointName: "{score} von 10, {label}",
};
