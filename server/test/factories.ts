import { randomBytes } from "node:crypto";
import { newId } from "#db/id.ts";
import { campaigns, contacts, invitations, members, surveys, users, workspaces } from "#db/schema/index.ts";
import type { Ctx, Role } from "#server/context.ts";
import { asMember, inNewWorkspace, type Runtime, type SignedIn } from "#server/entry.ts";
import { base32 } from "#server/token/base32.ts";

export type TestWorkspace = {
  slug: string;
  id: string;
  key: string;
  owner: SignedIn;
  /** Runs a verb as the workspace's administrator (or `as`), in a transaction of its own, like a request does. */
  run<T>(work: (ctx: Ctx) => Promise<T>, as?: SignedIn): Promise<T>;
};

/** A workspace with an administrator. `name` makes slug and addresses readable. */
export async function makeWorkspace(rt: Runtime, name = "Fjordline"): Promise<TestWorkspace> {
  const slug = `${name.toLowerCase()}-${randomBytes(3).toString("hex")}`;
  const key = base32(randomBytes(4)).slice(0, 5);
  const owner = await makeUser(rt, "Maja Berg", `maja@${slug}.example`);
  const id = await inNewWorkspace(rt, { kind: "system", task: "test" }, async (ctx) => {
    await ctx.db.insert(workspaces).values({
      id: ctx.workspaceId,
      key,
      slug,
      name,
      legalGround: "existing_customer",
      createdAt: ctx.now,
    });
    await ctx.db
      .insert(members)
      .values({ workspaceId: ctx.workspaceId, userId: owner.id, role: "admin", createdAt: ctx.now });
    return ctx.workspaceId;
  });
  return { slug, id, key, owner, run: (work, as = owner) => asMember(rt, as, slug, work) };
}

/** A user who can be made a member; has no password. */
export async function makeUser(rt: Runtime, name: string, email: string): Promise<SignedIn> {
  const id = newId();
  const now = rt.clock();
  await rt.connection.db.insert(users).values({ id, name, email, createdAt: now, updatedAt: now });
  return { id, name, email };
}

/** A colleague in `workspace`. */
export async function makeMember(
  rt: Runtime,
  workspace: TestWorkspace,
  role: Role,
  name: string,
): Promise<SignedIn> {
  const user = await makeUser(rt, name, `${name.split(" ")[0]!.toLowerCase()}@${workspace.slug}.example`);
  await workspace.run((ctx) =>
    ctx.db
      .insert(members)
      .values({ workspaceId: ctx.workspaceId, userId: user.id, role, createdAt: ctx.now }),
  );
  return user;
}

/** A survey with default texts. */
export async function makeSurvey(ctx: Ctx, over: Partial<typeof surveys.$inferInsert> = {}) {
  const [row] = await ctx.db
    .insert(surveys)
    .values({
      workspaceId: ctx.workspaceId,
      id: newId(),
      name: "Relationship",
      createdAt: ctx.now,
      updatedAt: ctx.now,
      ...over,
    })
    .returning();
  return row!;
}

/** A contact with an address made from its name. */
export async function makeContact(
  rt: Runtime,
  ctx: Ctx,
  name: string,
  over: Partial<typeof contacts.$inferInsert> = {},
) {
  const email = `${name.toLowerCase().replaceAll(" ", ".")}@customer.example`;
  const [row] = await ctx.db
    .insert(contacts)
    .values({
      workspaceId: ctx.workspaceId,
      id: newId(),
      name,
      email,
      emailKey: email,
      addressHash: rt.tokens.hashAddress(ctx.workspaceId, email),
      source: "test",
      legalGround: "existing_customer",
      createdAt: ctx.now,
      updatedAt: ctx.now,
      ...over,
    })
    .returning();
  return row!;
}

/** A running campaign of a survey. */
export async function makeCampaign(
  ctx: Ctx,
  surveyId: string,
  over: Partial<typeof campaigns.$inferInsert> = {},
) {
  const [row] = await ctx.db
    .insert(campaigns)
    .values({
      workspaceId: ctx.workspaceId,
      id: newId(),
      surveyId,
      name: "Autumn",
      audience: { all: true },
      state: "running",
      createdAt: ctx.now,
      ...over,
    })
    .returning();
  return row!;
}

/** A contact who was asked in a campaign of its own, with 30 days to answer, and the token of the answer link. */
export async function makeInvitation(
  rt: Runtime,
  workspace: TestWorkspace,
  over: Partial<typeof invitations.$inferInsert> = {},
) {
  const invitation = await workspace.run(async (ctx) => {
    const surveyId = over.surveyId ?? (await makeSurvey(ctx)).id;
    const campaign = await makeCampaign(ctx, surveyId);
    const contact = await makeContact(rt, ctx, `Anna Lindqvist ${newId().slice(-6)}`);
    const [row] = await ctx.db
      .insert(invitations)
      .values({
        workspaceId: ctx.workspaceId,
        id: newId(),
        campaignId: campaign.id,
        surveyId,
        contactId: contact.id,
        locale: "en",
        createdAt: ctx.now,
        expiresAt: new Date(ctx.now.getTime() + 30 * 86_400_000),
        ...over,
      })
      .returning();
    return row!;
  });
  const target = { workspaceKey: workspace.key, number: invitation.number };
  return { ...invitation, token: rt.tokens.seal("answer", target) };
}
