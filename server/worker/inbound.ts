import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { SMTPServer } from "smtp-server";
import { newId } from "#db/id.ts";
import { cases, inboundMails, outboundMails } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { asSystem, type Runtime, withAddress } from "#server/entry.ts";
import { createInboundServer, type InboundDoor, type InboundTarget } from "#server/mail/inbound.ts";

/** Opens the inbound SMTP server on MAIL_IN_PORT. Resolves when it listens. */
export function startInboundSmtp(rt: Runtime): Promise<SMTPServer> {
  const server = createInboundServer({ domain: rt.env.MAIL_IN_DOMAIN, door: inboundDoor(rt), log: rt.log });
  server.on("error", (error) => rt.log.warn({ err: error }, "inbound SMTP"));
  return new Promise((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(rt.env.MAIL_IN_PORT, () => resolve(server));
  });
}

/** Addresses `case+<token>` and `b+<token>`, as server/case and server/mail make them. */
export function inboundDoor(rt: Runtime): InboundDoor {
  return {
    async resolve(localPart) {
      const [, prefix, token] = /^(case|b)\+(.{1,60})$/i.exec(localPart) ?? [];
      if (!prefix || !token) return null;
      return prefix.toLowerCase() === "case"
        ? withAddress(rt, "case-address", token, caseTarget)
        : withAddress(rt, "bounce-address", token, bounceTarget);
    },
    store: (target, mail) =>
      asSystem(rt, target.workspaceId, "inbound", async (ctx) => {
        const id = newId(ctx.now.getTime());
        await ctx.db.insert(inboundMails).values({
          workspaceId: ctx.workspaceId,
          id,
          purpose: target.purpose,
          targetNumber: target.number,
          ...mail,
          sha256: createHash("sha256").update(mail.raw).digest(),
          receivedAt: ctx.now,
        });
        const task = target.purpose === "case" ? "case.receive" : "bounce.receive";
        await ctx.queue.enqueue(ctx.db, task, { workspaceId: ctx.workspaceId, inboundMailId: id });
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

async function bounceTarget(ctx: Ctx, number: number): Promise<InboundTarget | null> {
  const [row] = await ctx.db
    .select({ id: outboundMails.id })
    .from(outboundMails)
    .where(and(eq(outboundMails.workspaceId, ctx.workspaceId), eq(outboundMails.number, number)));
  return row ? { purpose: "bounce", workspaceId: ctx.workspaceId, number } : null;
}
