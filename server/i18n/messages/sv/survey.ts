import type { SurveyMessages } from "../en/survey.ts";

export const survey: SurveyMessages = {
  question: "Hur troligt är det att du skulle rekommendera {company} till en vän eller kollega?",
  lowLabel: "Inte alls troligt",
  highLabel: "Extremt troligt",
  followUpDetractor: "Vilken är den viktigaste anledningen till ditt betyg, och vad borde vi göra bättre?",
  followUpPassive: "Vilken är den viktigaste anledningen till ditt betyg?",
  followUpPromoter: "Vilken är den viktigaste anledningen till ditt betyg, och vad uppskattar du mest?",
  subject: "Skulle du rekommendera {company}?",
  reminder: "Nyligen ställde vi en fråga till dig. Ditt svar skulle fortfarande hjälpa oss.",
  thanksDetractor: "Vi är ledsna att det inte var bättre.",
  thanksPassive:
    "Någon på {company} läser varje svar, och ditt hjälper oss att bestämma vad vi ska förbättra härnäst.",
  thanksPromoter:
    "Det gläder oss. Någon på {company} läser varje svar, och ditt visar vad vi ska fortsätta med.",

  driverQuality: "Kvalitet",
  driverPrice: "Pris",
  driverDelivery: "Leverans",
  driverService: "Service",
  driverEase: "Hur enkelt det är",

  choose: "Välj en siffra från 0 till 10.",
  endPoint: "{score} = {label}",
  scoreName: "{score} av 10",
  endPointName: "{score} av 10, {label}",
};
