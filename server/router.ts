import type { inferRouterOutputs } from "@trpc/server";
import { absenceRouter } from "#server/absence/router.ts";
import { alertRouter } from "#server/alert/router.ts";
import { annotationRouter } from "#server/annotation/router.ts";
import { attachmentRouter } from "#server/attachment/router.ts";
import { auditRouter } from "#server/audit/router.ts";
import { authRouter } from "#server/auth/router.ts";
import { campaignRouter } from "#server/campaign/router.ts";
import { caseRouter } from "#server/case/router.ts";
import { causeRouter } from "#server/cause/router.ts";
import { chatRouter } from "#server/chat/router.ts";
import { contactRouter } from "#server/contact/router.ts";
import { dashboardRouter } from "#server/dashboard/router.ts";
import { demoRouter } from "#server/demo/router.ts";
import { digestRouter } from "#server/digest/router.ts";
import { draftRouter } from "#server/draft/router.ts";
import { evidenceRouter } from "#server/evidence/router.ts";
import { followUpRouter } from "#server/follow-up/router.ts";
import { importRouter } from "#server/import/router.ts";
import { legalRouter } from "#server/legal/router.ts";
import { liveRouter } from "#server/live/router.ts";
import { ownDataRouter } from "#server/own-data/router.ts";
import { presenceRouter } from "#server/presence/router.ts";
import { promiseRouter } from "#server/promise/router.ts";
import { recoveryRouter } from "#server/recovery/router.ts";
import { responseRouter } from "#server/response/router.ts";
import { retentionRouter } from "#server/retention/router.ts";
import { ruleRouter } from "#server/rule/router.ts";
import { segmentRouter } from "#server/segment/router.ts";
import { shareRouter } from "#server/share/router.ts";
import { singleSignOnRouter } from "#server/single-sign-on/router.ts";
import { surveyRouter } from "#server/survey/router.ts";
import { surveyLinkRouter } from "#server/survey-link/router.ts";
import { targetRouter } from "#server/target/router.ts";
import { teamRouter } from "#server/team/router.ts";
import { templateRouter } from "#server/template/router.ts";
import { thanksRouter } from "#server/thanks/router.ts";
import { createCallerFactory, router } from "#server/trpc.ts";
import { workingTimeRouter } from "#server/working-time/router.ts";
import { workspaceRouter } from "#server/workspace/router.ts";
import { sendingDomainRouter } from "./sending-domain/router.ts";
import { suppressionRouter } from "./suppression/router.ts";

export const appRouter = router({
  absence: absenceRouter,
  alert: alertRouter,
  annotation: annotationRouter,
  attachment: attachmentRouter,
  audit: auditRouter,
  auth: authRouter,
  campaign: campaignRouter,
  case: caseRouter,
  cause: causeRouter,
  chat: chatRouter,
  contact: contactRouter,
  dashboard: dashboardRouter,
  demo: demoRouter,
  digest: digestRouter,
  draft: draftRouter,
  evidence: evidenceRouter,
  followUp: followUpRouter,
  import: importRouter,
  legal: legalRouter,
  live: liveRouter,
  ownData: ownDataRouter,
  presence: presenceRouter,
  promise: promiseRouter,
  recovery: recoveryRouter,
  response: responseRouter,
  retention: retentionRouter,
  rule: ruleRouter,
  segment: segmentRouter,
  sendingDomain: sendingDomainRouter,
  share: shareRouter,
  singleSignOn: singleSignOnRouter,
  suppression: suppressionRouter,
  survey: surveyRouter,
  surveyLink: surveyLinkRouter,
  target: targetRouter,
  team: teamRouter,
  template: templateRouter,
  thanks: thanksRouter,
  workingTime: workingTimeRouter,
  workspace: workspaceRouter,
});

export type AppRouter = typeof appRouter;
/** What each procedure returns, as clients see it. */
export type RouterOutputs = inferRouterOutputs<AppRouter>;
export const createCaller = createCallerFactory(appRouter);
