import type { SMTPServerSession } from "smtp-server";

const mostPerAddress = 10;
const mostRefused = 20;

/**
 * What one address and one connection may ask of a server: ten connections at once, each of them for `lifetime`
 * milliseconds (then `end` is called), with twenty recipients that are refused. Memory is held for open connections only.
 */
export function connectionLimits(lifetime: number, end: (session: SMTPServerSession) => void) {
  const open = new Map<string, number>();
  const refused = new WeakMap<SMTPServerSession, number>();
  const ends = new WeakMap<SMTPServerSession, NodeJS.Timeout>();
  return {
    /** Whether this connection may stay; then it counts until `leave`. */
    admit(session: SMTPServerSession): boolean {
      const count = open.get(session.remoteAddress) ?? 0;
      if (count >= mostPerAddress) return false;
      open.set(session.remoteAddress, count + 1);
      const timer = setTimeout(() => end(session), lifetime);
      ends.set(session, timer.unref());
      return true;
    },
    /** Says that a connection is closed, also one that was never admitted. */
    leave(session: SMTPServerSession): void {
      const timer = ends.get(session);
      if (!timer) return;
      clearTimeout(timer);
      ends.delete(session);
      const count = (open.get(session.remoteAddress) ?? 1) - 1;
      if (count > 0) open.set(session.remoteAddress, count);
      else open.delete(session.remoteAddress);
    },
    /** Counts a recipient that is not here. Returns whether there were too many: somebody looks for addresses. */
    countRefused(session: SMTPServerSession): boolean {
      const count = (refused.get(session) ?? 0) + 1;
      refused.set(session, count);
      return count >= mostRefused;
    },
  };
}
