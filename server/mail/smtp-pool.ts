import { openSession, type SmtpServer, type SmtpSession } from "./smtp-session.ts";

export type SmtpPool = {
  /** A session nobody else uses; waits for one when all are busy. @throws TransportDown when none can be opened. */
  acquire(): Promise<SmtpSession>;
  release(session: SmtpSession): void;
  /** Ends the idle sessions; those in use end when they are released. */
  close(): void;
};

/** The mail server cannot be reached, or does not let us in: no mail's fault (RELIABILITY.md A7). */
export class TransportDown extends Error {
  override name = "TransportDown";
}

export type PoolLimits = { sessions: number; messagesPerSession: number; idleMs: number };

type Waiter = { resolve(session: SmtpSession): void; retry(): void; reject(error: Error): void };

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

  async function acquire(): Promise<SmtpSession> {
    const ready = idle.pop()?.session;
    if (ready?.usable()) return ready;
    if (ready) {
      size -= 1;
      return acquire();
    }
    if (size >= most) return wait();
    size += 1;
    try {
      return await openSession(server);
    } catch (error) {
      size -= 1;
      return size > 0 ? settleForFewer() : allDown(error);
    }
  }

  const wait = () =>
    new Promise<SmtpSession>((resolve, reject) => {
      waiters.push({ resolve, reject, retry: () => acquire().then(resolve, reject) });
    });

  function settleForFewer(): Promise<SmtpSession> {
    most = Math.max(1, size);
    setTimeout(() => {
      most = limits.sessions;
    }, 60_000).unref();
    return wait();
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
