import type { Sql } from "postgres";
import type { Fault, FaultySmtp } from "./faulty-smtp.ts";

export type SoakFigures = {
  recipients: number;
  kills: number;
  restarts: number;
  seconds: number;
  /** Whether every mail came to its end. */
  finished: boolean;
  sent: number;
  /** Twice nobody knew whether it had arrived: shown, and not sent a third time. */
  inDoubt: number;
  /** Neither arrived nor shown as in doubt. */
  lost: number;
  arrived: number;
  /** Arrivals beyond the first, and those of them that no recorded doubt explains. */
  duplicates: number;
  unexplainedDuplicates: number;
  /** Mails that came with another Message-ID than their row has. */
  strangeMessageIds: number;
  /** Mails whose last event is not their state. */
  withoutEvent: number;
  /** The longest time until a killed worker's mails were free again. */
  recoverySeconds: number;
  /** Workers that ended without having been killed, and were started again as a supervisor does. */
  crashed: number;
  faults: Partial<Record<Fault, number>>;
};

type Measured = Pick<
  SoakFigures,
  "recipients" | "kills" | "restarts" | "seconds" | "recoverySeconds" | "crashed" | "finished"
>;

/** Holds what the outbox says against what the mail server has seen. */
export async function judge(sql: Sql, smtp: FaultySmtp, measured: Measured): Promise<SoakFigures> {
  const mails = await sql<{ to: string; messageId: string; state: string; doubts: number; event: string }[]>`
    SELECT to_address AS "to", message_id AS "messageId", state, doubts,
      (SELECT e.state FROM mail_events e WHERE e.workspace_id = m.workspace_id AND e.mail_id = m.id
        ORDER BY e.id DESC LIMIT 1) AS event
    FROM outbound_mails m WHERE kind = 'invitation'`;
  const arrivals = Map.groupBy(smtp.arrivals, ({ to }) => to);
  const timesOf = (to: string) => arrivals.get(to)?.length ?? 0;
  const { recipients, kills, restarts, seconds, recoverySeconds, crashed, finished } = measured;
  return {
    recipients,
    kills,
    restarts,
    seconds: Math.round(seconds),
    finished,
    sent: mails.filter(({ state }) => state === "sent").length,
    inDoubt: mails.filter(({ state }) => state === "in_doubt").length,
    lost:
      recipients -
      mails.filter(({ to, state }) => (state === "sent" && timesOf(to) > 0) || state === "in_doubt").length,
    arrived: arrivals.size,
    duplicates: smtp.arrivals.length - arrivals.size,
    unexplainedDuplicates: mails.filter(({ to, doubts }) => timesOf(to) > 1 + doubts).length,
    strangeMessageIds: mails.filter(({ to, messageId }) =>
      arrivals.get(to)?.some((arrival) => arrival.messageId !== messageId),
    ).length,
    withoutEvent: mails.filter(({ state, event }) => state !== event).length,
    recoverySeconds: Math.round(recoverySeconds * 10) / 10,
    crashed,
    faults: Object.fromEntries(smtp.happened),
  };
}
