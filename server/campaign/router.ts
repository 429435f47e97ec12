import { memberProcedure, router } from "#server/trpc.ts";
import { audienceChoices } from "./audience-choices.ts";
import { cancelCampaign } from "./cancel.ts";
import { changeReminder } from "./change-reminder.ts";
import { createCampaign } from "./create.ts";
import { endTest } from "./decide-test.ts";
import { duplicateCampaign } from "./duplicate.ts";
import { endHold } from "./end-hold.ts";
import { listExclusions } from "./list-exclusions.ts";
import { listUndelivered } from "./list-undelivered.ts";
import { lookAhead } from "./look-ahead.ts";
import { pauseCampaign } from "./pause.ts";
import { previewMail } from "./preview-mail.ts";
import { getCampaign, listCampaigns, listWaves } from "./queries.ts";
import { readReport } from "./read-report.ts";
import { resumeCampaign } from "./resume.ts";
import {
  CampaignId,
  ChangeReminder,
  CreateCampaign,
  EndTest,
  ListCampaigns,
  ListExclusions,
  ListUndelivered,
  PreviewMail,
  SendTest,
  SumLedger,
  UpdateDraft,
} from "./schema.ts";
import { sendTest } from "./send-test.ts";
import { startCampaign } from "./start.ts";
import { sumLedger } from "./sum-ledger.ts";
import { unscheduleCampaign } from "./unschedule.ts";
import { updateDraft } from "./update-draft.ts";

const viewer = memberProcedure("viewer");
const manager = memberProcedure("manager");

export const campaignRouter = router({
  list: viewer.input(ListCampaigns).query(({ ctx, input }) => listCampaigns(ctx.svar, input)),
  get: viewer.input(CampaignId).query(({ ctx, input }) => getCampaign(ctx.svar, input)),
  report: viewer.input(CampaignId).query(({ ctx, input }) => readReport(ctx.svar, input)),
  sums: viewer.input(SumLedger).query(({ ctx, input }) => sumLedger(ctx.svar, input)),
  exclusions: viewer.input(ListExclusions).query(({ ctx, input }) => listExclusions(ctx.svar, input)),
  waves: viewer.input(CampaignId).query(({ ctx, input }) => listWaves(ctx.svar, input)),
  undelivered: viewer.input(ListUndelivered).query(({ ctx, input }) => listUndelivered(ctx.svar, input)),
  choices: manager.query(({ ctx }) => audienceChoices(ctx.svar)),
  lookAhead: viewer.input(CampaignId).query(({ ctx, input }) => lookAhead(ctx.svar, input)),
  previewMail: viewer.input(PreviewMail).query(({ ctx, input }) => previewMail(ctx.svar, input)),
  duplicate: manager.input(CampaignId).mutation(({ ctx, input }) => duplicateCampaign(ctx.svar, input)),
  create: manager.input(CreateCampaign).mutation(({ ctx, input }) => createCampaign(ctx.svar, input)),
  update: manager.input(UpdateDraft).mutation(({ ctx, input }) => updateDraft(ctx.svar, input)),
  sendTest: manager.input(SendTest).mutation(({ ctx, input }) => sendTest(ctx.svar, input)),
  start: manager
    .input(CampaignId)
    .mutation(({ ctx, input }) => startCampaign(ctx.svar, { ...input, held: true })),
  endHold: manager.input(CampaignId).mutation(({ ctx, input }) => endHold(ctx.svar, input)),
  endTest: manager.input(EndTest).mutation(({ ctx, input }) => endTest(ctx.svar, input)),
  unschedule: manager.input(CampaignId).mutation(({ ctx, input }) => unscheduleCampaign(ctx.svar, input)),
  pause: manager.input(CampaignId).mutation(({ ctx, input }) => pauseCampaign(ctx.svar, input)),
  resume: manager.input(CampaignId).mutation(({ ctx, input }) => resumeCampaign(ctx.svar, input)),
  changeReminder: manager.input(ChangeReminder).mutation(({ ctx, input }) => changeReminder(ctx.svar, input)),
  cancel: manager.input(CampaignId).mutation(({ ctx, input }) => cancelCampaign(ctx.svar, input)),
});
