import type { Voice } from "../locales.ts";
import { answer as daAnswer } from "./da/answer.ts";
import { causes as daCauses } from "./da/causes.ts";
import { digest as daDigest } from "./da/digest.ts";
import { holidays as daHolidays } from "./da/holidays.ts";
import { law as daLaw } from "./da/law.ts";
import { mail as daMail } from "./da/mail.ts";
import { names as daNames } from "./da/names.ts";
import { refusals as daRefusals } from "./da/refusals.ts";
import { survey as daSurvey } from "./da/survey.ts";
import { answer as deAnswer } from "./de/answer.ts";
import { causes as deCauses } from "./de/causes.ts";
import { digest as deDigest } from "./de/digest.ts";
import { holidays as deHolidays } from "./de/holidays.ts";
import { law as deLaw } from "./de/law.ts";
import { mail as deMail } from "./de/mail.ts";
import { names as deNames } from "./de/names.ts";
import { refusals as deRefusals } from "./de/refusals.ts";
import { survey as deSurvey } from "./de/survey.ts";
import { formal as deFormal } from "./de-x-formal/formal.ts";
import { answer as enAnswer } from "./en/answer.ts";
import { causes as enCauses } from "./en/causes.ts";
import { digest as enDigest } from "./en/digest.ts";
import { holidays as enHolidays } from "./en/holidays.ts";
import { law as enLaw } from "./en/law.ts";
import { mail as enMail } from "./en/mail.ts";
import { names as enNames } from "./en/names.ts";
import { refusals as enRefusals } from "./en/refusals.ts";
import { survey as enSurvey } from "./en/survey.ts";
import { answer as fiAnswer } from "./fi/answer.ts";
import { causes as fiCauses } from "./fi/causes.ts";
import { digest as fiDigest } from "./fi/digest.ts";
import { holidays as fiHolidays } from "./fi/holidays.ts";
import { law as fiLaw } from "./fi/law.ts";
import { mail as fiMail } from "./fi/mail.ts";
import { names as fiNames } from "./fi/names.ts";
import { refusals as fiRefusals } from "./fi/refusals.ts";
import { survey as fiSurvey } from "./fi/survey.ts";
import { formal as fiFormal } from "./fi-x-formal/formal.ts";
import { answer as nbAnswer } from "./nb/answer.ts";
import { causes as nbCauses } from "./nb/causes.ts";
import { digest as nbDigest } from "./nb/digest.ts";
import { holidays as nbHolidays } from "./nb/holidays.ts";
import { law as nbLaw } from "./nb/law.ts";
import { mail as nbMail } from "./nb/mail.ts";
import { names as nbNames } from "./nb/names.ts";
import { refusals as nbRefusals } from "./nb/refusals.ts";
import { survey as nbSurvey } from "./nb/survey.ts";
import { answer as svAnswer } from "./sv/answer.ts";
import { causes as svCauses } from "./sv/causes.ts";
import { digest as svDigest } from "./sv/digest.ts";
import { holidays as svHolidays } from "./sv/holidays.ts";
import { law as svLaw } from "./sv/law.ts";
import { mail as svMail } from "./sv/mail.ts";
import { names as svNames } from "./sv/names.ts";
import { refusals as svRefusals } from "./sv/refusals.ts";
import { survey as svSurvey } from "./sv/survey.ts";
import type { FormalTexts, Translated } from "./translated.ts";

const en = {
  answer: enAnswer,
  causes: enCauses,
  digest: enDigest,
  holidays: enHolidays,
  law: enLaw,
  mail: enMail,
  names: enNames,
  refusals: enRefusals,
  survey: enSurvey,
};

/** English decides which keys there are and which values each takes (texts.test.ts). */
export type Texts = Translated<typeof en>;
export type TextArea = keyof Texts;

const fi: Translated<Texts> = {
  answer: fiAnswer,
  causes: fiCauses,
  digest: fiDigest,
  holidays: fiHolidays,
  law: fiLaw,
  mail: fiMail,
  names: fiNames,
  refusals: fiRefusals,
  survey: fiSurvey,
};
const de: Translated<Texts> = {
  answer: deAnswer,
  causes: deCauses,
  digest: deDigest,
  holidays: deHolidays,
  law: deLaw,
  mail: deMail,
  names: deNames,
  refusals: deRefusals,
  survey: deSurvey,
};

const withFormal = (informal: Translated<Texts>, formal: FormalTexts): Translated<Texts> => ({
  answer: { ...informal.answer, ...formal.answer },
  causes: informal.causes,
  digest: informal.digest,
  holidays: informal.holidays,
  law: informal.law,
  mail: { ...informal.mail, ...formal.mail },
  names: informal.names,
  refusals: informal.refusals,
  survey: { ...informal.survey, ...formal.survey },
});

/** What customers and colleagues are written, in every voice; a language that lacks a text does not compile. */
export const texts: Record<Voice, Translated<Texts>> = {
  en,
  sv: {
    answer: svAnswer,
    causes: svCauses,
    digest: svDigest,
    holidays: svHolidays,
    law: svLaw,
    mail: svMail,
    names: svNames,
    refusals: svRefusals,
    survey: svSurvey,
  },
  da: {
    answer: daAnswer,
    causes: daCauses,
    digest: daDigest,
    holidays: daHolidays,
    law: daLaw,
    mail: daMail,
    names: daNames,
    refusals: daRefusals,
    survey: daSurvey,
  },
  nb: {
    answer: nbAnswer,
    causes: nbCauses,
    digest: nbDigest,
    holidays: nbHolidays,
    law: nbLaw,
    mail: nbMail,
    names: nbNames,
    refusals: nbRefusals,
    survey: nbSurvey,
  },
  fi,
  "fi-x-formal": withFormal(fi, fiFormal),
  de,
  "de-x-formal": withFormal(de, deFormal),
};
