import { openSession, type SmtpServer, type SmtpSession } from "./smtp-session.ts";

export type SmtpPool = {
  /**
   * A session nobody else uses; waits for one when all are busy. What is urgent waits in front, and has sessions
   * more when all others hang. @throws TransportDown when none can be opened.
   */
  acquire(urgent?: boolean): Promise<SmtpSession>;
  release(session: SmtpSession): void;
  /** Ends the idle sessions; those in use end when they are released. */
  close(): void;
};

/** The mail server cannot be reached, or does not let us in: no mail's fault (RELIABILITY.md A7). */
export class TransportDown extends Error {
  override name = "TransportDown";
}

export type PoolLimits = { sessions: number; messagesPerSession: number; idleMs: number };

/** Sessions beyond `limits.sessions` that only urgent mail opens. */
const reserve = 2;

type Waiter = {
  urgent: boolean;
  resolve(session: SmtpSession): void;
  retry(): void;
  reject(error: Error): void;
};

/**
 * Up to `limits.sessions` conversations with one server. A server that takes fewer is believed: when opening
 * another fails while some stand, the pool stays at their number for a minute.
 */
export function createSmtpPool(server: SmtpServer, limits: PoolLimits): SmtpPool {
  const idle: { session: SmtpSession; since: number }[] = [];
  const waiters: Waiter[] = [];
  let size = 0;
  let most = limits.sessions;
  let closed = false;

  const sweep = setInterval(() => {
    const stale = idle.findLastIndex(({ since }) => since + limits.idleMs < performance.now());
    for (const { session } of idle.splice(0, stale + 1)) retire(session);
  }, limits.idleMs).unref();

  async function acquire(urgent = false): Promise<SmtpSession> {
    const ready = idle.pop()?.session;
    if (ready?.usable()) return ready;
    if (ready) {
      size -= 1;
      return acquire(urgent);
    }
    if (size >= most + (urgent ? reserve : 0)) return wait(urgent);
    size += 1;
    try {
      return await openSession(server);
    } catch (error) {
      size -= 1;
      return size > 0 ? settleForFewer(urgent) : allDown(error);
    }
  }

  const wait = (urgent: boolean) =>
    new Promise<SmtpSession>((resolve, reject) => {
      const waiter = { urgent, resolve, reject, retry: () => acquire(urgent).then(resolve, reject) };
      const behind = urgent ? waiters.findIndex((other) => !other.urgent) : -1;
      waiters.splice(behind < 0 ? waiters.length : behind, 0, waiter);
    });

  function settleForFewer(urgent: boolean): Promise<SmtpSession> {
    most = Math.max(1, size);
    setTimeout(() => {
      most = limits.sessions;
    }, 60_000).unref();
    return wait(urgent);
  }

  function allDown(error: unknown): never {
    const down = new TransportDown(error instanceof Error ? error.message : String(error), { cause: error });
    for (const waiter of waiters.splice(0)) waiter.reject(down);
    throw down;
  }

  function retire(session: SmtpSession): void {
    session.close();
    size -= 1;
    waiters.shift()?.retry();
  }

  return {
    acquire,
    release(session) {
      if (closed || !session.usable() || session.messages >= limits.messagesPerSession)
        return retire(session);
      const waiter = waiters.shift();
      if (waiter) waiter.resolve(session);
      else idle.push({ session, since: performance.now() });
    },
    close() {
      closed = true;
      clearInterval(sweep);
      for (const { session } of idle.splice(0)) retire(session);
    },
  };
}
