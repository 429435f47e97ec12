import type { AppMessages } from "../app.ts";
import type { Translated } from "../translated.ts";
import { absences } from "./app/absences.ts";
import { alerts } from "./app/alerts.ts";
import { audit } from "./app/audit.ts";
import { auth } from "./app/auth.ts";
import { campaigns } from "./app/campaigns.ts";
import { cases } from "./app/cases.ts";
import { causes } from "./app/causes.ts";
import { contacts } from "./app/contacts.ts";
import { dashboard } from "./app/dashboard.ts";
import { digests } from "./app/digests.ts";
import { errors } from "./app/errors.ts";
import { figures } from "./app/figures.ts";
import { filter } from "./app/filter.ts";
import { followUp } from "./app/follow-up.ts";
import { huddle } from "./app/huddle.ts";
import { imports } from "./app/imports.ts";
import { keys } from "./app/keys.ts";
import { legal } from "./app/legal.ts";
import { live } from "./app/live.ts";
import { mails } from "./app/mails.ts";
import { privacy } from "./app/privacy.ts";
import { responses } from "./app/responses.ts";
import { rules } from "./app/rules.ts";
import { secondFactor } from "./app/second-factor.ts";
import { settings } from "./app/settings.ts";
import { share } from "./app/share.ts";
import { shell } from "./app/shell.ts";
import { singleSignOn } from "./app/single-sign-on.ts";
import { surveys } from "./app/surveys.ts";
import { targets } from "./app/targets.ts";
import { teams } from "./app/teams.ts";
import { templates } from "./app/templates.ts";
import { welcome } from "./app/welcome.ts";
import { workingTime } from "./app/working-time.ts";

/** The staff application's texts, one file per area. */
export const app: Translated<AppMessages> = {
  absences,
  alerts,
  audit,
  auth,
  campaigns,
  cases,
  causes,
  contacts,
  dashboard,
  digests,
  errors,
  figures,
  filter,
  followUp,
  huddle,
  imports,
  keys,
  legal,
  live,
  mails,
  privacy,
  responses,
  rules,
  secondFactor,
  settings,
  share,
  shell,
  singleSignOn,
  surveys,
  targets,
  teams,
  templates,
  welcome,
  workingTime,
};
