import { and, eq } from "drizzle-orm";
import type { SMTPServer } from "smtp-server";
import { newId } from "#db/id.ts";
import { cases, invitations, outboundMails } from "#db/schema/index.ts";
import { findNotification } from "#server/case/find-notification.ts";
import { atTheDoor, type Ctx } from "#server/context.ts";
import { asSystem, type Runtime, withAddress } from "#server/entry.ts";
import { createInboundServer, type InboundDoor, type InboundTarget } from "#server/mail/inbound.ts";
import { keepMail } from "#server/mail/keep.ts";
import { findAddressed, optOut } from "#server/response/opt-out.ts";
import { isReturnPath } from "#server/sending-domain/queries.ts";

/** Opens the inbound SMTP server on MAIL_IN_PORT. Resolves when it listens. */
export function startInboundSmtp(rt: Runtime): Promise<SMTPServer> {
  const server = createInboundServer({ domain: rt.env.MAIL_IN_DOMAIN, door: inboundDoor(rt), log: rt.log });
  server.on("error", (error) => rt.log.warn({ err: error }, "inbound SMTP"));
  return new Promise((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(rt.env.MAIL_IN_PORT, () => resolve(server));
  });
}

const purposes = {
  case: "case-address",
  r: "reply-address",
  b: "bounce-address",
  n: "notification-address",
  u: "opt-out-address",
} as const;
const targets = { case: caseTarget, r: replyTarget, b: bounceTarget, n: notificationTarget, u: optOutTarget };
const receivers = {
  case: "case.receive",
  reply: "reply.receive",
  bounce: "bounce.receive",
  notification: "notification.receive",
} as const;

/** Addresses `case+<token>`, `r+<token>`, `b+<token>`, `n+<token>` and `u+<token>`, as server/case, server/mail and server/invitation make them. */
export function inboundDoor(rt: Runtime): InboundDoor {
  return {
    async resolve(localPart) {
      const [, written, token] = /^(case|r|b|n|u)\+(.{1,60})$/i.exec(localPart) ?? [];
      const prefix = (["case", "r", "b", "n", "u"] as const).find((one) => one === written?.toLowerCase());
      return prefix && token ? withAddress(rt, purposes[prefix], token, targets[prefix]) : null;
    },
    isReturnPath: (host) => atTheDoor(rt.connection.db, (tx) => isReturnPath(tx, host)),
    store: ({ purpose, ...target }, { bytes, ...envelope }) =>
      asSystem(rt, target.workspaceId, "inbound", async (ctx) => {
        if (purpose === "opt-out") return optOutByMail(ctx, target.number, envelope.mailFrom);
        const id = newId(ctx.now.getTime());
        const facts = { id, purpose, targetNumber: target.number, ...envelope, receivedAt: ctx.now };
        await keepMail(ctx, facts, bytes);
        await ctx.queue.enqueue(ctx.db, receivers[purpose], {
          workspaceId: ctx.workspaceId,
          inboundMailId: id,
        });
      }),
  };
}

async function caseTarget(ctx: Ctx, number: number): Promise<InboundTarget | null> {
  const [row] = await ctx.db
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.number, number)));
  return row ? { purpose: "case", workspaceId: ctx.workspaceId, number } : null;
}

async function replyTarget(ctx: Ctx, number: number): Promise<InboundTarget | null> {
  const [row] = await ctx.db
    .select({ id: invitations.id })
    .from(invitations)
    .where(and(eq(invitations.workspaceId, ctx.workspaceId), eq(invitations.number, number)));
  return row ? { purpose: "reply", workspaceId: ctx.workspaceId, number } : null;
}

async function bounceTarget(ctx: Ctx, number: number): Promise<InboundTarget | null> {
  const [row] = await ctx.db
    .select({ id: outboundMails.id })
    .from(outboundMails)
    .where(and(eq(outboundMails.workspaceId, ctx.workspaceId), eq(outboundMails.number, number)));
  return row ? { purpose: "bounce", workspaceId: ctx.workspaceId, number } : null;
}

async function notificationTarget(ctx: Ctx, number: number): Promise<InboundTarget | null> {
  const told = await findNotification(ctx, number);
  return told && { purpose: "notification", workspaceId: ctx.workspaceId, number };
}

/** The wish is the mail itself, whatever it says (RFC 2369 §3.2); a machine's report about it is none. */
async function optOutByMail(ctx: Ctx, number: number, mailFrom: string): Promise<void> {
  if (mailFrom !== "") await optOut(ctx, number);
}

async function optOutTarget(ctx: Ctx, number: number): Promise<InboundTarget | null> {
  const found = await findAddressed(ctx, number);
  return found && { purpose: "opt-out", workspaceId: ctx.workspaceId, number };
}
