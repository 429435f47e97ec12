import { eq } from "drizzle-orm";
import { z } from "zod";
import { users, workspaces } from "#db/schema/index.ts";
import { renderPromisesDueMail } from "#emails/promises-due.tsx";
import { automaticHeaders, type MailRenderer } from "#server/mail/rendered.ts";
import { findLanguage } from "#server/workspace/find-language.ts";
import { listDuePromises } from "./list-due.ts";
import { standingOf } from "./rules.ts";

const Payload = z.object({ userId: z.string(), day: z.iso.date(), until: z.iso.date() });

/**
 * The mail of a morning with the promises that somebody has to keep, as they are by now, in their language.
 * @throws when none of them is open any more, or none is that person's.
 */
export const renderPromisesDue: MailRenderer = async (ctx, mail) => {
  const { userId, day, until } = Payload.parse(mail.payload);
  const [workspace] = await ctx.db.select().from(workspaces).where(eq(workspaces.id, ctx.workspaceId));
  const due = (await listDuePromises(ctx, until)).filter(({ tellIds }) => tellIds.includes(userId));
  if (!workspace || due.length === 0) throw new Error("Nothing that was promised is due any more.");
  const names = new Map(
    (await ctx.db.select({ id: users.id, name: users.name }).from(users)).map(({ id, name }) => [id, name]),
  );
  const cases = `${ctx.site.appUrl}/${workspace.slug}/cases`;
  const parts = await renderPromisesDueMail({
    promises: due.map(({ caseId, text, dueOn, keeper, customer }) => ({
      text,
      customerName: customer?.name ?? customer?.email ?? null,
      standing: standingOf(dueOn, day),
      dueOn,
      insteadOf: keeper === userId ? null : (names.get(keeper ?? "") ?? null),
      url: `${cases}/${caseId}`,
    })),
    workspaceName: workspace.name,
    url: `${cases}?view=promised`,
    locale: await findLanguage(ctx, mail.toAddress),
  });
  return {
    ...parts,
    fromName: workspace.name,
    fromAddress: null,
    headers: automaticHeaders,
  };
};
