import { and, desc, eq, ilike, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { containing } from "#db/containing.ts";
import {
  accounts,
  campaigns,
  cases,
  contacts,
  invitations,
  outboundMails,
  responses,
  suppressions,
  teams,
  thankYous,
  workspaces,
} from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { invalid, notFound } from "#server/errors.ts";
import { findLaw } from "#server/legal/queries.ts";
import { countryOf, isGrounded } from "#server/legal/rules.ts";
import { refusal } from "#server/refusal.ts";
import { askingOf } from "./rules.ts";
import type { ListContacts } from "./schema.ts";

const sortName = sql<string>`lower(coalesce(${contacts.name}, ${contacts.email}, ${contacts.externalId}))`;

/** One page of contacts by name, how many there are in all, and the cursor of the next page or null. */
export async function listContacts(ctx: Ctx, input: ListContacts) {
  const found = and(
    eq(contacts.workspaceId, ctx.workspaceId),
    isNull(contacts.erasedAt),
    matching(ctx, input.q),
  );
  const rows = await ctx.db
    .select({
      id: contacts.id,
      name: contacts.name,
      email: contacts.email,
      locale: contacts.locale,
      account: accounts.name,
      team: teams.name,
      employee: contacts.employee,
      suppressed: sql<boolean>`EXISTS (SELECT FROM suppressions s WHERE s.workspace_id = ${contacts.workspaceId}
        AND s.address_hash = ${contacts.addressHash} AND (s.until IS NULL OR s.until > ${ctx.now.toISOString()}::timestamptz))`,
      sortName,
    })
    .from(contacts)
    .leftJoin(
      accounts,
      and(eq(accounts.workspaceId, contacts.workspaceId), eq(accounts.id, contacts.accountId)),
    )
    .leftJoin(teams, and(eq(teams.workspaceId, contacts.workspaceId), eq(teams.id, contacts.teamId)))
    .where(and(found, after(input.cursor)))
    .orderBy(sortName, contacts.id)
    .limit(input.limit + 1);
  const count = await ctx.db.$count(contacts, found);

  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  const next = rows.length > input.limit && last ? JSON.stringify([last.sortName, last.id]) : null;
  return { contacts: page.map(({ sortName: _, ...row }) => row), count, next };
}

function matching(ctx: Ctx, q: string | undefined): SQL | undefined {
  if (!q) return undefined;
  const pattern = containing(q);
  // Of the workspace and not of the contact's, which is the same, so that companies are looked through once and not for each contact.
  const account = sql`${contacts.accountId} IN (SELECT id FROM accounts WHERE workspace_id = ${ctx.workspaceId} AND name ILIKE ${pattern})`;
  return or(
    ilike(contacts.name, pattern),
    ilike(contacts.email, pattern),
    ilike(contacts.externalId, pattern),
    account,
  );
}

function after(cursor: string | undefined): SQL | undefined {
  if (!cursor) return undefined;
  const parts = /^\["(.*)","([0-9a-f-]{36})"\]$/s.exec(cursor);
  if (!parts) throw invalid("cursor", refusal("cursor"));
  const [name, id] = JSON.parse(cursor);
  return sql`(${sortName}, ${contacts.id}) > (${name}::text, ${id}::uuid)`;
}

/** Asked counts who got a mail or is about to, not whose mail was cancelled, refused or held back. */
const lastAskedAt = sql<Date | null>`(
  SELECT max(coalesce(i.sent_at, i.created_at)) FROM invitations i
  WHERE i.workspace_id = ${contacts.workspaceId} AND i.contact_id = ${contacts.id} AND (i.sent_at IS NOT NULL OR EXISTS (
    SELECT FROM outbound_mails m WHERE m.workspace_id = i.workspace_id AND m.invitation_id = i.id
      AND m.state IN ('queued', 'sending', 'deferred', 'in_doubt'))))`.mapWith(invitations.createdAt);

/**
 * Everything known of a contact: facts, whether it may be asked and if not why and until when, suppressions,
 * and what was asked, answered, thanked for and said, newest first.
 * @throws NOT_FOUND for a contact of another workspace.
 */
export async function getContact(ctx: Ctx, input: { contactId: string }) {
  const [row] = await ctx.db
    .select({
      contact: contacts,
      account: accounts.name,
      team: teams.name,
      timezone: workspaces.timezone,
      workspaceLocale: workspaces.locale,
      gapAnyDays: workspaces.gapAnyDays,
      lastAskedAt,
    })
    .from(contacts)
    .innerJoin(workspaces, eq(workspaces.id, contacts.workspaceId))
    .leftJoin(
      accounts,
      and(eq(accounts.workspaceId, contacts.workspaceId), eq(accounts.id, contacts.accountId)),
    )
    .leftJoin(teams, and(eq(teams.workspaceId, contacts.workspaceId), eq(teams.id, contacts.teamId)))
    .where(
      and(
        eq(contacts.workspaceId, ctx.workspaceId),
        eq(contacts.id, input.contactId),
        isNull(contacts.erasedAt),
      ),
    );
  if (!row) throw notFound("contact");
  const { addressHash, ...contact } = row.contact;
  const [asked, answered, thanked, dialogues, stopped] = await Promise.all([
    ctx.db
      .select({
        id: invitations.id,
        at: sql<Date>`coalesce(${invitations.sentAt}, ${invitations.createdAt})`.mapWith(
          invitations.createdAt,
        ),
        sent: sql<boolean>`${invitations.sentAt} IS NOT NULL`,
        campaign: campaigns.name,
      })
      .from(invitations)
      .innerJoin(
        campaigns,
        and(eq(campaigns.workspaceId, invitations.workspaceId), eq(campaigns.id, invitations.campaignId)),
      )
      .where(and(eq(invitations.workspaceId, ctx.workspaceId), eq(invitations.contactId, input.contactId)))
      .orderBy(desc(invitations.createdAt))
      .limit(50),
    ctx.db
      .select({
        id: responses.id,
        at: responses.answeredAt,
        score: responses.score,
        comment: responses.comment,
        locale: responses.locale,
      })
      .from(responses)
      .where(
        and(
          eq(responses.workspaceId, ctx.workspaceId),
          eq(responses.contactId, input.contactId),
          isNull(responses.withdrawnAt),
        ),
      )
      .orderBy(desc(responses.answeredAt))
      .limit(50),
    thanksTo(ctx, input.contactId),
    ctx.db
      .select({ id: cases.id, at: cases.openedAt, state: cases.state })
      .from(cases)
      .where(and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.contactId, input.contactId)))
      .orderBy(desc(cases.openedAt))
      .limit(50),
    addressHash
      ? ctx.db
          .select({
            reason: suppressions.reason,
            scope: suppressions.scope,
            until: suppressions.until,
            source: suppressions.source,
            at: suppressions.createdAt,
          })
          .from(suppressions)
          .where(
            and(eq(suppressions.workspaceId, ctx.workspaceId), eq(suppressions.addressHash, addressHash)),
          )
      : [],
  ]);
  const { law, country: usual } = await findLaw(ctx);
  const country = countryOf(contact, usual);
  const lets = (neutral: boolean) => isGrounded(contact.legalGround, law[country].accepts, neutral);
  const grounded = lets(false) ? "any" : lets(true) ? "neutral" : "none";
  const asking = askingOf(
    { ...row, hasAddress: addressHash !== null, suppressions: stopped, grounded },
    ctx.now,
  );
  return {
    ...row,
    contact,
    country,
    lawReason: law[country].reason,
    asking,
    asked,
    answered,
    thanked,
    cases: dialogues,
    suppressions: stopped,
  };
}

/** The thank-yous that went to a contact, by the answer each is for. */
const thanksTo = (ctx: Ctx, contactId: string) =>
  ctx.db
    .select({
      id: thankYous.responseId,
      at: sql<Date>`coalesce(${outboundMails.sentAt}, ${thankYous.thankedAt})`.mapWith(outboundMails.sentAt),
      asks: sql<boolean>`${thankYous.ask} IS NOT NULL`,
    })
    .from(thankYous)
    .innerJoin(
      responses,
      and(eq(responses.workspaceId, thankYous.workspaceId), eq(responses.id, thankYous.responseId)),
    )
    .innerJoin(
      outboundMails,
      and(eq(outboundMails.workspaceId, thankYous.workspaceId), eq(outboundMails.id, thankYous.mailId)),
    )
    .where(
      and(
        eq(thankYous.workspaceId, ctx.workspaceId),
        eq(responses.contactId, contactId),
        inArray(outboundMails.state, ["sent", "in_doubt"]),
      ),
    )
    .orderBy(desc(thankYous.thankedAt))
    .limit(50);
