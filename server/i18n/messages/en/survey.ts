/** The survey's own words where the company has not written others, and the words around the scale. */
export const survey = {
  question: "How likely are you to recommend {company} to a friend or colleague?",
  lowLabel: "Not at all likely",
  highLabel: "Extremely likely",
  followUpDetractor: "What is the main reason for your score, and what should we do better?",
  followUpPassive: "What is the main reason for your score?",
  followUpPromoter: "What is the main reason for your score, and what do you value most?",
  subject: "Would you recommend {company}?",
  reminder: "We asked you one question recently. Your answer would still help us.",
  thanksDetractor: "We are sorry that it was not better.",
  thanksPassive: "Somebody at {company} reads every answer, and yours helps us decide what to improve next.",
  thanksPromoter:
    "We are glad to hear it. Somebody at {company} reads every answer, and yours shows us what to keep.",

  driverQuality: "Quality",
  driverPrice: "Price",
  driverDelivery: "Delivery",
  driverService: "Service",
  driverEase: "How easy it is",

  choose: "Choose a number from 0 to 10.",
  endPoint: "{score} = {label}",
  scoreName: "{score} of 10",
  endPointName: "{score} of 10, {label}",
};

export type SurveyMessages = Record<keyof typeof survey, string>;
