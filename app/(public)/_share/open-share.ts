import type { DashboardView } from "#server/dashboard/schema.ts";
import { asSystem, type Runtime, withShare } from "#server/entry.ts";
import { noteShareOpened } from "#server/share/note-opened.ts";
import { findShareLink, type OpenShareLink } from "#server/share/queries.ts";
import { readShare } from "#server/share/read.ts";
import { isAdmitted } from "#server/share/rules.ts";
import type { ShareKind } from "#server/share/schema.ts";

/** Who comes: the token of the address, the kind of page that it is the address of, what the browser kept (pass.ts). */
export type Comer = { token: string; kind: ShareKind; pass: string };

export type SharedView = { link: OpenShareLink } & Awaited<ReturnType<typeof readShare>>;

/**
 * What the reader of a link sees who asks for `view`. Null where the address leads nowhere, "locked" where a password
 * is wanted first.
 */
export async function openShare(rt: Runtime, comer: Comer, view: DashboardView) {
  const opened = await atShare(rt, comer, async (link, ctx) => ({
    link,
    ...(await readShare(ctx, link, view)),
  }));
  if (opened && opened !== "locked" && opened.link.openedOn !== opened.link.today) {
    const { link } = opened;
    await asSystem(rt, link.workspaceId, "note-share-opened", (ctx) => noteShareOpened(ctx, link));
  }
  return opened;
}

/** Whether the reader would see something, and what not otherwise. */
export function knockAtShare(rt: Runtime, comer: Comer): Promise<"open" | "locked" | null> {
  return atShare(rt, comer, async () => "open" as const);
}

function atShare<T>(
  rt: Runtime,
  { token, kind, pass }: Comer,
  work: (link: OpenShareLink, ctx: Parameters<typeof findShareLink>[0]) => Promise<T>,
): Promise<T | "locked" | null> {
  return withShare(rt, token, async (ctx, number) => {
    const link = await findShareLink(ctx, number);
    if (link?.kind !== kind) return null;
    return isAdmitted(ctx.tokens, link, pass, ctx.now) ? work(link, ctx) : "locked";
  });
}
