import { and, eq, inArray } from "drizzle-orm";
import { type campaigns, contacts } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";

type Written = Pick<typeof campaigns.$inferSelect, "audience" | "leftOut">;

/** The same campaigns with those of the addresses written in them whose customers the acting member sees. */
export async function withSeenAddresses<Campaign extends Written>(
  ctx: Ctx,
  found: Campaign[],
): Promise<Campaign[]> {
  if (!ctx.sight) return found;
  const written = found.flatMap(addressesIn);
  if (written.length === 0) return found;
  const rows = await ctx.db
    .select({ key: contacts.emailKey })
    .from(contacts)
    .where(and(eq(contacts.workspaceId, ctx.workspaceId), inArray(contacts.emailKey, written)));
  const seen = new Set(rows.map(({ key }) => key));
  const only = (emails: string[]) => emails.filter((email) => seen.has(email));
  const told = ({ audience, leftOut }: Written): Written => ({
    audience: "emails" in audience ? { emails: only(audience.emails) } : audience,
    leftOut: leftOut && { ...leftOut, emails: only(leftOut.emails) },
  });
  return found.map((one) => ({ ...one, ...told(one) }));
}

const addressesIn = ({ audience, leftOut }: Written): string[] => [
  ...("emails" in audience ? audience.emails : []),
  ...(leftOut?.emails ?? []),
];
