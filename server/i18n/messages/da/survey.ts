import type { SurveyMessages } from "../en/survey.ts";

export const survey: SurveyMessages = {
  question: "Hvor sandsynligt er det, at du vil anbefale {company} til en ven eller kollega?",
  lowLabel: "Slet ikke sandsynligt",
  highLabel: "Meget sandsynligt",
  followUpDetractor: "Hvad er den vigtigste grund til din vurdering, og hvad bør vi gøre bedre?",
  followUpPassive: "Hvad er den vigtigste grund til din vurdering?",
  followUpPromoter: "Hvad er den vigtigste grund til din vurdering, og hvad sætter du mest pris på?",
  subject: "Vil du anbefale {company}?",
  reminder: "For nylig stillede vi dig ét spørgsmål. Dit svar vil stadig hjælpe os.",
  thanksDetractor: "Vi er kede af, at det ikke var bedre.",
  thanksPassive:
    "En medarbejder hos {company} læser hvert svar, og dit hjælper os med at vælge, hvad vi skal forbedre som det næste.",
  thanksPromoter:
    "Det glæder os. En medarbejder hos {company} læser hvert svar, og dit viser, hvad vi skal blive ved med.",

  driverQuality: "Kvalitet",
  driverPrice: "Pris",
  driverDelivery: "Levering",
  driverService: "Service",
  driverEase: "Hvor nemt det er",

  choose: "Vælg et tal fra 0 til 10.",
  endPoint: "{score} = {label}",
  scoreName: "{score} af 10",
  endPointName: "{score} af 10, {label}",
};
