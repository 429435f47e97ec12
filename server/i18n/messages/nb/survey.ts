import type { SurveyMessages } from "../en/survey.ts";

export const survey: SurveyMessages = {
  question: "Hvor sannsynlig er det at du vil anbefale {company} til en venn eller kollega?",
  lowLabel: "Ikke sannsynlig i det hele tatt",
  highLabel: "Svært sannsynlig",
  followUpDetractor: "Hva er den viktigste grunnen til vurderingen din, og hva bør vi gjøre bedre?",
  followUpPassive: "Hva er den viktigste grunnen til vurderingen din?",
  followUpPromoter: "Hva er den viktigste grunnen til vurderingen din, og hva setter du mest pris på?",
  subject: "Vil du anbefale {company}?",
  reminder: "Nylig stilte vi deg ett spørsmål. Svaret ditt vil fortsatt hjelpe oss.",
  thanksDetractor: "Vi er lei for at det ikke var bedre.",
  thanksPassive:
    "En medarbeider hos {company} leser hvert svar, og ditt hjelper oss å velge hva vi skal forbedre som det neste.",
  thanksPromoter:
    "Det gleder oss. En medarbeider hos {company} leser hvert svar, og ditt viser hva vi skal fortsette med.",

  driverQuality: "Kvalitet",
  driverPrice: "Pris",
  driverDelivery: "Levering",
  driverService: "Service",
  driverEase: "Hvor enkelt det er",

  choose: "Velg et tall fra 0 til 10.",
  endPoint: "{score} = {label}",
  scoreName: "{score} av 10",
  endPointName: "{score} av 10, {label}",
};
