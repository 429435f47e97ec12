import { type SQL, sql } from "drizzle-orm";
import { brakeCampaign } from "#server/campaign/brake.ts";
import { campaignsInTest, decideTest } from "#server/campaign/decide-test.ts";
import { finishCampaign } from "#server/campaign/finish.ts";
import { cancelledWithMail, dueCampaigns, runningCampaigns } from "#server/campaign/queries.ts";
import { campaignsToRemind, remindUnanswered } from "#server/campaign/remind.ts";
import { startCampaign } from "#server/campaign/start.ts";
import { considerWaiting } from "#server/case/consider-waiting.ts";
import { escalateDueCases } from "#server/case/escalate-due.ts";
import { pressDueCases } from "#server/case/press-due.ts";
import { releaseReply } from "#server/case/release-reply.ts";
import { wakeDueCases } from "#server/case/wake-due.ts";
import { atTheDoor, type Ctx } from "#server/context.ts";
import { dueDigests } from "#server/digest/queries.ts";
import { sendDueDigest } from "#server/digest/send-due.ts";
import { asSystem, type Runtime } from "#server/entry.ts";
import { settleEvidence } from "#server/evidence/settle.ts";
import { cancelMails } from "#server/mail/withdraw.ts";
import { askDueChecks } from "#server/recovery/ask-due.ts";
import { foldCounts, mostFolded } from "#server/response/fold-counts.ts";
import { stopCountingNames } from "#server/response/stop-counting.ts";
import { thankDue } from "#server/rule/thank-due.ts";

/** Starts the scheduled campaigns of all workspaces whose time has come. One that fails does not hold up the others. */
export async function startDueCampaigns(rt: Runtime): Promise<void> {
  const due = await atTheDoor(rt.connection.db, (tx) => dueCampaigns(tx, rt.clock()));
  for (const { workspaceId, id } of due) {
    await asSystem(rt, workspaceId, "campaign.start-due", (ctx) => startCampaign(ctx, { id })).catch(
      (error) => rt.log.error({ err: error, campaign: id }, "campaign not started"),
    );
  }
}

/** Ends the campaigns that have been sent, and takes back the mails that a cancelled one still has waiting. */
export async function finishSentCampaigns(rt: Runtime): Promise<void> {
  for (const { workspaceId, id } of await atTheDoor(rt.connection.db, runningCampaigns)) {
    await asSystem(rt, workspaceId, "campaign.finish", (ctx) => finishCampaign(ctx, { id }));
  }
  for (const { workspaceId, id } of await atTheDoor(rt.connection.db, cancelledWithMail)) {
    await asSystem(rt, workspaceId, "campaign.finish", (ctx) => cancelMails(ctx, id));
  }
}

/** Puts the reminders of all workspaces that are due into the outbox. */
export async function remindAll(rt: Runtime): Promise<void> {
  for (const { workspaceId, id } of await atTheDoor(rt.connection.db, (tx) =>
    campaignsToRemind(tx, rt.clock()),
  )) {
    await asSystem(rt, workspaceId, "campaign.remind", (ctx) => remindUnanswered(ctx, { id }));
  }
}

/** Makes the mails of all workspaces' digests that are due. One that fails does not hold up the others. */
export async function sendDueDigests(rt: Runtime): Promise<void> {
  const due = await atTheDoor(rt.connection.db, (tx) => dueDigests(tx, rt.clock()));
  for (const { workspaceId, id, dueOn } of due) {
    await asSystem(rt, workspaceId, "digest.send-due", (ctx) =>
      sendDueDigest(ctx, { digestId: id, dueOn }),
    ).catch((error) => rt.log.error({ err: error, digest: id }, "digest not made"));
  }
}

const mostReplies = 200;

/** Lets go the replies of all workspaces that can be taken back no longer. One that fails does not hold up the others. */
export async function releaseDueReplies(rt: Runtime): Promise<void> {
  const now = rt.clock().toISOString();
  const due = await atTheDoor(rt.connection.db, (tx) =>
    tx.execute<{ workspaceId: string; messageId: string }>(sql`
      SELECT workspace_id AS "workspaceId", message_id AS "messageId" FROM held_replies
      WHERE goes_out_at <= ${now}::timestamptz ORDER BY goes_out_at LIMIT ${mostReplies}`),
  );
  for (const { workspaceId, messageId } of due) {
    await asSystem(rt, workspaceId, "case.release-reply", (ctx) => releaseReply(ctx, { messageId })).catch(
      (error) => rt.log.error({ err: error, message: messageId }, "reply not released"),
    );
  }
}

/** Asks the customers of all workspaces whose recovery check is due. */
export function askAllDueChecks(rt: Runtime): Promise<void> {
  const due = sql`due_at <= ${rt.clock().toISOString()}::timestamptz`;
  return inEachUntilDone(rt, {
    found: sql`recovery_checks WHERE ${due} AND asked_at IS NULL AND cancelled_at IS NULL`,
    task: "recovery.ask-due",
    failed: "recovery checks not asked",
    work: askDueChecks,
  });
}

/** Thanks the customers of all workspaces whose answers have not changed for long enough. */
export function thankAllDue(rt: Runtime): Promise<void> {
  const due = sql`due_at <= ${rt.clock().toISOString()}::timestamptz`;
  return inEachUntilDone(rt, {
    found: sql`thank_yous WHERE ${due} AND thanked_at IS NULL AND left_out_at IS NULL`,
    task: "rule.thank-due",
    failed: "customers not thanked",
    work: thankDue,
  });
}

/** Wakes the snoozed cases of all workspaces whose time has come. */
export function wakeAllDueCases(rt: Runtime): Promise<void> {
  const over = sql`snoozed_until <= ${rt.clock().toISOString()}::timestamptz`;
  return inEachUntilDone(rt, {
    found: sql`cases WHERE state = 'snoozed' AND ${over}`,
    task: "case.wake-due",
    failed: "snoozed cases not woken",
    work: wakeDueCases,
  });
}

/** Brings up the cases of all workspaces whose answer is due soon from now on. */
export function pressAllDue(rt: Runtime): Promise<void> {
  return inEachUntilDone(rt, {
    found: sql`cases WHERE leeway > 0 AND soon_at <= ${rt.clock().toISOString()}::timestamptz`,
    task: "case.press-due",
    failed: "cases that are due soon not brought up",
    work: pressDueCases,
  });
}

/** Tells the leads of all workspaces of their overdue answers. */
export function escalateAllDue(rt: Runtime): Promise<void> {
  return inEachUntilDone(rt, {
    found: sql`cases WHERE escalate_at <= ${rt.clock().toISOString()}::timestamptz`,
    task: "case.escalate-due",
    failed: "leads not told of overdue cases",
    work: escalateDueCases,
  });
}

const mostAtOnce = 100;

type Work = {
  /** The rows that are due, from FROM on. */
  found: SQL;
  task: string;
  /** What the log says when it fails. */
  failed: string;
  /** Does at most so many, and returns how many it took. */
  work(ctx: Ctx, input: { most: number }): Promise<number>;
  most?: number;
};

/** Works in each workspace with something due until nothing is left. One that fails does not hold up the others. */
export async function inEachUntilDone(
  rt: Runtime,
  { found, task, failed, work, most = mostAtOnce }: Work,
): Promise<void> {
  const due = await atTheDoor(rt.connection.db, (tx) =>
    tx.execute<{ id: string }>(sql`SELECT DISTINCT workspace_id AS id FROM ${found}`),
  );
  const untilDone = async (workspaceId: string) => {
    for (let taken = most; taken === most; ) {
      taken = await asSystem(rt, workspaceId, task, (ctx) => work(ctx, { most }));
    }
  };
  for (const { id } of due)
    await untilDone(id).catch((error) => rt.log.error({ err: error, workspaceId: id }, failed));
}

/** Looks at the tests of all workspaces for which it is time. */
export async function decideTests(rt: Runtime): Promise<void> {
  for (const { workspaceId, id } of await atTheDoor(rt.connection.db, campaignsInTest)) {
    await asSystem(rt, workspaceId, "campaign.decide-test", (ctx) => decideTest(ctx, { id }));
  }
}

/** Stops the campaigns too many of whose mails come back or are complained about. */
export async function brakeCampaigns(rt: Runtime): Promise<void> {
  for (const { workspaceId, id } of await atTheDoor(rt.connection.db, runningCampaigns)) {
    const because = await asSystem(rt, workspaceId, "campaign.brake", (ctx) => brakeCampaign(ctx, { id }));
    if (because) rt.log.warn({ workspaceId, campaign: id, because }, "campaign paused");
  }
}

/** Folds the counter changes of every workspace that has some. */
export async function foldAllCounts(rt: Runtime): Promise<void> {
  for (const id of await workspacesIn(rt, sql`response_count_deltas`)) {
    for (let folded = mostFolded; folded === mostFolded; ) {
      folded = await asSystem(rt, id, "response.fold-counts", foldCounts);
    }
  }
}

const mostAnswers = 50;

/** Leaves the counters of every workspace to what are groups. */
export async function stopCountingAllNames(rt: Runtime): Promise<void> {
  for (const id of await workspacesIn(rt, sql`response_cuts`))
    await asSystem(rt, id, "response.stop-counting", stopCountingNames);
}

/** Lets the dialogue of every workspace consider the answers that wait for it. */
export async function considerAnswers(rt: Runtime): Promise<void> {
  for (const id of await workspacesIn(rt, sql`unconsidered_responses`)) {
    for (let taken = mostAnswers; taken === mostAnswers; ) {
      const done = await asSystem(rt, id, "case.consider", (ctx) =>
        considerWaiting(ctx, { most: mostAnswers }),
      );
      taken = done.taken;
      for (const { responseId, error } of done.failed) {
        rt.log.error({ err: error, response: responseId }, "answer not considered");
      }
    }
  }
}

const mostTraces = 200;

/** Settles in every workspace what was seen of links that have been quiet for a while. */
export async function settleAllEvidence(rt: Runtime): Promise<void> {
  const now = rt.clock().toISOString();
  const quiet = await atTheDoor(rt.connection.db, (tx) =>
    tx.execute<{ id: string }>(sql`
      SELECT DISTINCT workspace_id AS id FROM answer_evidence WHERE settle_at <= ${now}::timestamptz`),
  );
  for (const { id } of quiet) {
    for (let settled = mostTraces; settled === mostTraces; ) {
      ({ settled } = await asSystem(rt, id, "evidence.settle", (ctx) =>
        settleEvidence(ctx, { most: mostTraces }),
      ));
    }
  }
}

/** The workspaces with a row in `table`, found without reading all of its rows. */
async function workspacesIn(rt: Runtime, table: SQL): Promise<string[]> {
  const rows = await atTheDoor(rt.connection.db, (tx) =>
    tx.execute<{ id: string }>(sql`
      WITH RECURSIVE found AS (
        (SELECT workspace_id FROM ${table} ORDER BY workspace_id LIMIT 1)
        UNION ALL
        SELECT (SELECT t.workspace_id FROM ${table} t
          WHERE t.workspace_id > found.workspace_id ORDER BY t.workspace_id LIMIT 1)
        FROM found WHERE found.workspace_id IS NOT NULL
      )
      SELECT workspace_id AS id FROM found WHERE workspace_id IS NOT NULL`),
  );
  return rows.map(({ id }) => id);
}
