import { eq } from "drizzle-orm";
import { newId } from "#db/id.ts";
import {
  accounts,
  annotations,
  campaigns,
  contacts,
  digests,
  members,
  surveys,
  teams,
  users,
  workspaces,
} from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { suggestCauses } from "#server/cause/suggest.ts";
import type { Ctx } from "#server/context.ts";
import { suggestDrivers } from "#server/driver/suggest.ts";
import { inNewWorkspace, type Runtime } from "#server/entry.ts";
import { workspacesOf } from "#server/memberships.ts";
import { openCases } from "./open-cases.ts";
import { type Company, companies, guide } from "./people.ts";
import { proposeRules } from "./propose-rules.ts";
import { setTargets } from "./set-targets.ts";
import { customersOf, waveAt, waves } from "./story.ts";
import { writeAnswers } from "./write-answers.ts";

export type Demonstration = {
  email: string;
  password: string;
  workspaces: { id: string; slug: string; name: string }[];
};

export type Told = {
  company: Company;
  colleagueIds: string[];
  contactIds: string[];
  surveyId: string;
  teamIds: string[];
  accountIds: Map<string, string>;
  /** Those of both levels, and of the first some that nothing is beneath. */
  causeIds: string[];
  campaignIds: string[];
};

const attempts = 3;
let before: Promise<unknown> = Promise.resolve();

/**
 * Loads the demonstration: two invented companies with a year of answers up to now. What is there already is
 * left as it is, so it can be asked for again, also by several at once: one after the other here, and whom another
 * process is ahead of is held up by the unique keys, and then finds it there. Each company is one transaction.
 * Returns how to sign in.
 */
export function loadDemonstration(rt: Runtime): Promise<Demonstration> {
  const mine = before.then(() => loadUnlessThere(rt));
  before = mine.catch(() => {});
  return mine;
}

async function loadUnlessThere(rt: Runtime): Promise<Demonstration> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await load(rt);
    } catch (error) {
      if (attempt === attempts) throw error;
    }
  }
}

async function load(rt: Runtime): Promise<Demonstration> {
  const guideId = await userId(rt, guide.email, () =>
    rt.auth.api.signUpEmail({ body: { ...guide } }).then(({ user }) => user.id),
  );
  const known = new Set((await workspacesOf(rt.connection.db, guideId)).map(({ slug }) => slug));
  for (const company of companies) {
    if (known.has(company.slug)) continue;
    const colleagueIds: string[] = [];
    for (const { name, email } of company.colleagues) {
      colleagueIds.push(await userId(rt, email, () => addUser(rt, name, email)));
    }
    await inNewWorkspace(rt, { kind: "system", task: "demonstration" }, (ctx) =>
      tell(ctx, company, guideId, colleagueIds),
    );
  }
  const { email, password } = guide;
  const loaded = await workspacesOf(rt.connection.db, guideId);
  const workspaces = companies.flatMap((company) => loaded.filter(({ slug }) => slug === company.slug));
  return { email, password, workspaces };
}

async function userId(rt: Runtime, email: string, make: () => Promise<string>): Promise<string> {
  const [known] = await rt.connection.db.select({ id: users.id }).from(users).where(eq(users.email, email));
  return known?.id ?? make();
}

async function addUser(rt: Runtime, name: string, email: string): Promise<string> {
  const id = newId();
  const now = rt.clock();
  await rt.connection.db.insert(users).values({ id, name, email, createdAt: now, updatedAt: now });
  return id;
}

/** One company's year, in the transaction of `ctx`. */
async function tell(ctx: Ctx, company: Company, guideId: string, colleagueIds: string[]): Promise<void> {
  const { db, workspaceId, now } = ctx;
  const { key, slug, name, timezone, locale } = company;
  const legalGround = "existing_customer";
  const began = new Date(waveAt(0, now).getTime() - 86_400_000);
  await db.insert(workspaces).values({
    id: workspaceId,
    key,
    slug,
    name,
    timezone,
    locale,
    legalGround,
    sampleLoadedAt: now,
    createdAt: began,
  });
  const roles = [
    { id: guideId, role: "admin" as const },
    ...company.colleagues.map(({ role }, i) => ({ id: colleagueIds[i]!, role })),
  ];
  await db
    .insert(members)
    .values(roles.map(({ id, role }) => ({ workspaceId, userId: id, role, createdAt: began })));

  await db.insert(digests).values({
    ...{ workspaceId, id: newId(), userId: guideId, rhythm: "monthly", hour: 8, locale },
    ...{ createdAt: began, createdBy: guideId, timedAt: now },
  });

  const causes = await suggestCauses(ctx, locale);
  const told: Told = {
    company,
    colleagueIds: company.colleagues.flatMap(({ role }, i) => (role === "agent" ? colleagueIds[i]! : [])),
    contactIds: [],
    surveyId: newId(),
    teamIds: company.teams.map(() => newId()),
    accountIds: new Map(),
    causeIds: causes.filter(({ id }) => !causes.some(({ parentId }) => parentId === id)).map(({ id }) => id),
    campaignIds: Array.from({ length: waves }, () => newId()),
  };
  await db
    .insert(teams)
    .values(
      company.teams.map((team, i) => ({ workspaceId, id: told.teamIds[i]!, name: team, createdAt: began })),
    );
  await db.insert(surveys).values([
    {
      workspaceId,
      id: told.surveyId,
      name: "Relationship",
      drivers: suggestDrivers(),
      sample: true,
      createdAt: began,
      updatedAt: began,
    },
    {
      workspaceId,
      id: newId(),
      name: company.touchpoint,
      kind: "transactional",
      touchpoint: company.touchpoint,
      sample: true,
      createdAt: began,
      updatedAt: began,
    },
  ]);
  await addContacts(ctx, told, legalGround, began);
  await addCampaigns(ctx, told);
  await noteWhatHappened(ctx, guideId);
  const detractors = await writeAnswers(ctx, told);
  await openCases(ctx, told, detractors);
  await setTargets(ctx, told);
  await proposeRules(ctx);
  await recordAct(ctx, "sample.loaded", { label: name });
}

async function addContacts(
  ctx: Ctx,
  told: Told,
  legalGround: "existing_customer",
  createdAt: Date,
): Promise<void> {
  const { workspaceId } = ctx;
  const all = customersOf(told.company);
  for (const { employer } of all) if (!told.accountIds.has(employer)) told.accountIds.set(employer, newId());
  await ctx.db
    .insert(accounts)
    .values([...told.accountIds].map(([name, id]) => ({ workspaceId, id, name, createdAt })));
  const agents = told.company.colleagues.filter(({ role }) => role === "agent");
  const rows = all.map((customer) => ({
    workspaceId,
    id: newId(),
    email: customer.email,
    emailKey: customer.email,
    addressHash: ctx.tokens.hashAddress(workspaceId, customer.email),
    name: customer.name,
    locale: customer.locale,
    externalId: `K-${1000 + customer.n}`,
    accountId: told.accountIds.get(customer.employer)!,
    teamId: told.teamIds[customer.team]!,
    employee: agents[customer.employee]!.email,
    attributes: { Country: customer.country, Plan: customer.plan },
    source: "demonstration",
    legalGround,
    sample: true,
    createdAt,
    updatedAt: createdAt,
  }));
  await ctx.db.insert(contacts).values(rows);
  told.contactIds = rows.map(({ id }) => id);
}

async function addCampaigns(ctx: Ctx, told: Told): Promise<void> {
  const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: told.company.timezone });
  const sent = told.campaignIds.map((id, wave) => {
    const at = waveAt(wave, ctx.now);
    return {
      id,
      name: `Customers, ${day.format(at)}`,
      state: "finished" as const,
      createdAt: at,
      startedAt: at,
      finishedAt: at,
    };
  });
  const draft = { id: newId(), name: "Customers, next month", state: "draft" as const, createdAt: ctx.now };
  await ctx.db.insert(campaigns).values(
    [...sent, draft].map((one) => ({
      ...one,
      workspaceId: ctx.workspaceId,
      surveyId: told.surveyId,
      audience: { all: true as const },
      sample: true,
    })),
  );
}

async function noteWhatHappened(ctx: Ctx, guideId: string): Promise<void> {
  const noted = [
    { daysAgo: 140, text: "New booking app" },
    { daysAgo: 55, text: "Autumn prices" },
  ];
  await ctx.db.insert(annotations).values(
    noted.map(({ daysAgo, text }) => {
      const at = new Date(ctx.now.getTime() - daysAgo * 86_400_000);
      const made = { madeAt: at, madeBy: guideId, sharedAt: at, sharedBy: guideId };
      return { workspaceId: ctx.workspaceId, id: newId(), day: at.toISOString().slice(0, 10), text, ...made };
    }),
  );
}
