import { setTimeout as sleep } from "node:timers/promises";
import type { ChangedMail } from "./change.ts";
import { gather } from "./gather.ts";
import type { OutboundMail } from "./rendered.ts";
import { isDatabaseAway, type Outcome } from "./rules.ts";
import type { Sender } from "./sender.ts";
import { type Settlement, settleMails } from "./settle.ts";

export type Settler = {
  /** Writes down what became of a mail, soon and together with others. `refused`: for reasons of policy. */
  settle(mail: OutboundMail, outcome: Outcome, refused: boolean): void;
  /** Waits until everything is written. */
  done(): Promise<void>;
};

type Settled = { mail: OutboundMail; outcome: Outcome };

const brakeAfter = 5;
const refusals = new Map<string, number>();

/** Settles the mails claimed under `token`, while SMTP goes on beside it. */
export function createSettler(sender: Sender, token: string): Settler {
  const running = new Set<Promise<void>>();
  const write = gather(async (items: Settled[]) => {
    const byWorkspace = Map.groupBy(items, ({ mail }) => mail.workspaceId);
    for (const [workspaceId, mine] of byWorkspace) {
      await settleIn(
        sender,
        token,
        workspaceId,
        mine.map(({ mail, outcome }) => ({ id: mail.id, outcome })),
      );
    }
    return items.map(() => undefined);
  });

  return {
    settle(mail, outcome, refused) {
      const written = write({ mail, outcome })
        .then(() => brake(sender, mail, refused, outcome.state === "sent"))
        .catch((error) => sender.log.error({ err: error, mail: mail.id }, "mail not settled"))
        .finally(() => running.delete(written));
      running.add(written);
    },
    async done() {
      await Promise.all(running);
    },
  };
}

const patienceMs = 10 * 60_000;

/**
 * What was sent must be written down even when the database comes back late: a lost "sent" would be sent
 * again. Trouble in what follows from it (`onSettled`) must not keep it from being written either.
 */
async function settleIn(
  sender: Sender,
  token: string,
  workspaceId: string,
  rows: Settlement[],
): Promise<void> {
  const givenUpAt = performance.now() + patienceMs;
  for (let wait = 250; ; wait = Math.min(wait * 2, 5_000)) {
    try {
      await writeIn(sender, token, workspaceId, rows, sender.onSettled);
      return;
    } catch (error) {
      if (!isDatabaseAway(error)) {
        sender.log.error({ err: error }, "settled without its consequences");
        await writeIn(sender, token, workspaceId, rows, async () => {});
        return;
      }
      if (performance.now() > givenUpAt) throw error;
      await sleep(wait);
    }
  }
}

function writeIn(
  sender: Sender,
  token: string,
  workspaceId: string,
  rows: Settlement[],
  follow: (ctx: Parameters<Sender["onSettled"]>[0], mails: ChangedMail[]) => Promise<void>,
): Promise<void> {
  return sender.enter(workspaceId, "mail.settle", async (ctx) => {
    const changed = await settleMails(ctx, token, rows, sender.clock?.());
    if (changed.length > 0) await follow(ctx, changed);
  });
}

/** Five refusals in a row for reasons of policy: it is not the addresses, and going on would burn them all. */
async function brake(sender: Sender, mail: OutboundMail, refused: boolean, sent: boolean): Promise<void> {
  const { campaignId, workspaceId } = mail;
  if (!campaignId) return;
  if (sent) refusals.delete(campaignId);
  if (!refused) return;
  const inARow = (refusals.get(campaignId) ?? 0) + 1;
  refusals.set(campaignId, inARow);
  if (inARow < brakeAfter) return;
  refusals.delete(campaignId);
  await sender.onRefused({ workspaceId, campaignId });
}
