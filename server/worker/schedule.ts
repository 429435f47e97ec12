import { setTimeout as sleep } from "node:timers/promises";
import { atTheDoor } from "#server/context.ts";
import type { Runtime } from "#server/entry.ts";
import { forgetChanges } from "#server/live/changes.ts";
import { easeDomains } from "#server/mail/pause-domain.ts";
import { reclaimExpired } from "#server/mail/reclaim.ts";
import { forgetPresences } from "#server/presence/forget.ts";
import {
  askAllDueChecks,
  brakeCampaigns,
  considerAnswers,
  decideTests,
  escalateAllDue,
  finishSentCampaigns,
  foldAllCounts,
  pressAllDue,
  releaseDueReplies,
  remindAll,
  sendDueDigests,
  settleAllEvidence,
  startDueCampaigns,
  stopCountingAllNames,
  thankAllDue,
  wakeAllDueCases,
} from "./all-workspaces.ts";
import { checkCompanyDomains } from "./check-company-domains.ts";
import { checkDomains } from "./check-domains.ts";
import { deliverChats } from "./deliver-chats.ts";
import { comeAllDuePromises, tellAllDuePromises } from "./due-promises.ts";
import { forgetExpired } from "./forget-expired.ts";
import { removeAllAged } from "./remove-aged.ts";
import { announceAllLate, tellAllAlerts } from "./tell-alerts.ts";

export type Recurring = { what: string; everySeconds: number; run(rt: Runtime): Promise<unknown> };

/** Everything that recurs. Each may run in several workers at once and does no harm then. */
export const schedule: Recurring[] = [
  { what: "start campaigns whose time has come", everySeconds: 15, run: startDueCampaigns },
  { what: "finish campaigns that have been sent", everySeconds: 5, run: finishSentCampaigns },
  { what: "remind those who have not answered", everySeconds: 60, run: remindAll },
  { what: "send the digests that are due", everySeconds: 60, run: sendDueDigests },
  { what: "let go the replies that can be taken back no longer", everySeconds: 0.5, run: releaseDueReplies },
  { what: "ask whether closed cases are solved", everySeconds: 15, run: askAllDueChecks },
  { what: "thank customers for their answers", everySeconds: 15, run: thankAllDue },
  { what: "wake the cases whose snooze is over", everySeconds: 15, run: wakeAllDueCases },
  { what: "bring up what is due soon", everySeconds: 15, run: pressAllDue },
  { what: "bring up what was promised for today", everySeconds: 15, run: comeAllDuePromises },
  { what: "tell of promises that are due", everySeconds: 60, run: tellAllDuePromises },
  { what: "tell leads of overdue answers", everySeconds: 30, run: escalateAllDue },
  { what: "announce overdue answers", everySeconds: 15, run: announceAllLate },
  { what: "tell people what they asked to hear of", everySeconds: 0.5, run: tellAllAlerts },
  { what: "send chat messages", everySeconds: 1, run: (rt) => deliverChats(rt) },
  { what: "look at tests of two versions", everySeconds: 30, run: decideTests },
  { what: "stop campaigns whose mails come back", everySeconds: 15, run: brakeCampaigns },
  {
    what: "free the mails of workers that vanished",
    everySeconds: 5,
    run: (rt) => reclaimExpired(rt.connection.db),
  },
  {
    what: "give rested mail domains their pace back",
    everySeconds: 60,
    run: (rt) => easeDomains(rt.connection.db),
  },
  { what: "consider new answers", everySeconds: 0.5, run: considerAnswers },
  { what: "settle what was seen of links", everySeconds: 15, run: settleAllEvidence },
  { what: "fold the counters of answers", everySeconds: 5, run: foldAllCounts },
  { what: "count by groups and not by names", everySeconds: 600, run: stopCountingAllNames },
  { what: "look at sender domains", everySeconds: 600, run: checkDomains },
  { what: "look at companies’ domains", everySeconds: 600, run: checkCompanyDomains },
  {
    what: "forget the changes that screens have been told of",
    everySeconds: 60,
    run: (rt) => atTheDoor(rt.connection.db, forgetChanges),
  },
  {
    what: "forget who looked at a case",
    everySeconds: 30,
    run: (rt) => atTheDoor(rt.connection.db, (tx) => forgetPresences(tx, rt.clock())),
  },
  { what: "forget what has expired", everySeconds: 3600, run: forgetExpired },
  { what: "remove what is older than it is kept", everySeconds: 3600, run: removeAllAged },
];

/** Runs each of `items` again and again, its pause counted from its end. */
export function startSchedule(rt: Runtime, items: Recurring[]): { stop(): Promise<void> } {
  const controller = new AbortController();
  const { signal } = controller;
  const running = items.map(async ({ what, everySeconds, run }) => {
    while (!signal.aborted) {
      await run(rt).catch((error) => rt.log.error({ err: error }, `could not ${what}`));
      await sleep(everySeconds * 1000, undefined, { signal }).catch(() => {});
    }
  });
  return {
    async stop() {
      controller.abort();
      await Promise.all(running);
    },
  };
}
