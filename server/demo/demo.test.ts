import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { cases, responses, workspaces } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { npsFigures } from "#server/dashboard/figures.ts";
import { asMember, type SignedIn } from "#server/entry.ts";
import { getFigures } from "#server/follow-up/queries.ts";
import { FiguresView } from "#server/follow-up/schema.ts";
import { workspacesOf } from "#server/memberships.ts";
import { groupOf } from "#server/nps/groups.ts";
import { verifyCounts } from "#server/response/verify-counts.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeWorkspace } from "#server/test/factories.ts";
import { joinDemonstration } from "./join.ts";
import { loadDemonstration } from "./load.ts";
import { companies } from "./people.ts";
import { removeSample } from "./remove.ts";
import { answersOf, customersOf, waves } from "./story.ts";

const rt = await testRuntime();
const real = await makeWorkspace(rt, "Real");

async function guide(): Promise<SignedIn> {
  const { email, password } = await loadDemonstration(rt);
  const { user } = await rt.auth.api.signInEmail({ body: { email, password } });
  return { id: user.id, name: user.name, email };
}

it("the story is loaded once, its figures are those of its answers, and it can be removed whole", {
  timeout: 60_000,
}, async () => {
  const me = await guide();
  await loadDemonstration(rt);
  for (const company of companies) {
    const inside = <T>(work: (ctx: Ctx) => Promise<T>) => asMember(rt, me, company.slug, work);
    const told = Array.from({ length: waves }, (_, wave) =>
      answersOf(company, customersOf(company), wave, rt.clock()),
    ).flat();
    const figures = await inside((ctx) => npsFigures(ctx, {}));
    expect(figures.n).toBe(told.length);
    expect(figures.promoters).toBe(told.filter(({ score }) => groupOf(score) === "promoter").length);
    expect(await inside((ctx) => verifyCounts(ctx))).toEqual([]);
    const detractors = told.filter(({ score }) => groupOf(score) === "detractor").length;
    expect(await inside((ctx) => ctx.db.$count(cases))).toBe(detractors);
    const view = FiguresView.parse({ period: "all" });
    const { whole, teams, causes } = await inside((ctx) => getFigures(ctx, view));
    expect(whole.opened).toBe(detractors);
    expect(whole.answered).toBeGreaterThan(10);
    expect(whole.recovered / whole.answered).toBeGreaterThan(0.5);
    expect(teams.map(({ name }) => name)).not.toContain(null);
    expect(causes.some(({ beneath }) => beneath.length > 1)).toBe(true);
    expect(
      await inside((ctx) =>
        ctx.db.$count(responses, sql`answered_at > ${rt.clock().toISOString()}::timestamptz`),
      ),
    ).toBe(0);
    expect(new Set(told.map(({ customer }) => customer.locale)).size).toBe(new Set(company.languages).size);
    await inside((ctx) => removeSample(ctx));
    await expect(inside(async () => {})).rejects.toMatchObject({ code: "NOT_FOUND" });
  }
});

it("several who ask for it at once all get it, and there is one of each", { timeout: 60_000 }, async () => {
  const asked = await Promise.all([loadDemonstration(rt), loadDemonstration(rt), loadDemonstration(rt)]);
  for (const { workspaces } of asked) {
    expect(workspaces.map(({ slug }) => slug)).toEqual(companies.map(({ slug }) => slug));
  }
  expect(asked[1]).toEqual(asked[0]);
  for (const { slug } of companies) await asMember(rt, await guide(), slug, removeSample);
});

it("whoever is signed in joins it as an administrator, once, and their own workspaces stay", {
  timeout: 60_000,
}, async () => {
  await joinDemonstration(rt, real.owner);
  const [first] = await joinDemonstration(rt, real.owner);
  expect(first).toMatchObject({ slug: companies[0]!.slug });
  const mine = await workspacesOf(rt.connection.db, real.owner.id);
  expect(mine.map(({ slug }) => slug).toSorted()).toEqual(
    [real.slug, ...companies.map(({ slug }) => slug)].toSorted(),
  );
  for (const { slug } of companies) await asMember(rt, real.owner, slug, removeSample);
});

it("a real workspace is not removed this way, and never by the demonstration", async () => {
  await expect(real.run((ctx) => removeSample(ctx))).rejects.toMatchObject({ code: "FORBIDDEN" });
  const [still] = await real.run((ctx) =>
    ctx.db.select().from(workspaces).where(eq(workspaces.id, ctx.workspaceId)),
  );
  expect(still).toBeDefined();
});
