import { describe, expect, it } from "vitest";
import { secondFactorDemands, secondFactors } from "#db/schema/index.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeMember, makeUser, makeWorkspace } from "#server/test/factories.ts";
import { demandSecondFactor, getDemand } from "./demand-second-factor.ts";
import { listMembers } from "./queries.ts";

const rt = await testRuntime();

/** As if `userId` had set up an app. */
const giveFactor = (userId: string) =>
  rt.connection.db
    .insert(secondFactors)
    .values({ userId, secret: new Uint8Array(48), createdAt: rt.clock(), confirmedAt: rt.clock() });

describe("a workspace that demands a second factor", () => {
  it("is open to those who have one, and to nobody else, from their next request on", async () => {
    const fjordline = await makeWorkspace(rt);
    const bo = await makeMember(rt, fjordline, "agent", "Bo Lind");
    await giveFactor(fjordline.owner.id);
    await fjordline.run(listMembers, bo);
    await fjordline.run((ctx) => demandSecondFactor(ctx, { demanded: true }));
    await expect(fjordline.run(listMembers, bo)).rejects.toMatchObject({
      ...{ code: "FORBIDDEN", field: "secondFactor" },
    });
    expect(await fjordline.run(listMembers)).toHaveLength(2);
    await giveFactor(bo.id);
    expect(await fjordline.run(listMembers, bo)).toHaveLength(2);
  });

  it("is not opened by an app that was begun and not confirmed", async () => {
    const fjordline = await makeWorkspace(rt);
    const bo = await makeMember(rt, fjordline, "agent", "Bo Lind");
    await giveFactor(fjordline.owner.id);
    await fjordline.run((ctx) => demandSecondFactor(ctx, { demanded: true }));
    await rt.connection.db
      .insert(secondFactors)
      .values({ userId: bo.id, secret: new Uint8Array(48), createdAt: rt.clock() });
    await expect(fjordline.run(listMembers, bo)).rejects.toMatchObject({ field: "secondFactor" });
  });

  it("looks to strangers as if it were not there, as before", async () => {
    const fjordline = await makeWorkspace(rt);
    await giveFactor(fjordline.owner.id);
    await fjordline.run((ctx) => demandSecondFactor(ctx, { demanded: true }));
    const stranger = await makeUser(rt, "Cia Dahl", `cia@${fjordline.slug}.example`);
    await expect(fjordline.run(listMembers, stranger)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is not made by somebody who would be shut out", async () => {
    const fjordline = await makeWorkspace(rt);
    const demand = fjordline.run((ctx) => demandSecondFactor(ctx, { demanded: true }));
    await expect(demand).rejects.toMatchObject({ code: "CONFLICT", field: "demanded" });
    expect(await fjordline.run(getDemand)).toEqual({ demand: null, people: { all: 1, have: 0 } });
  });

  it("says who demanded it, and how many have one; ended, it is a row with its end", async () => {
    const fjordline = await makeWorkspace(rt);
    await makeMember(rt, fjordline, "viewer", "Bo Lind");
    await giveFactor(fjordline.owner.id);
    await fjordline.run((ctx) => demandSecondFactor(ctx, { demanded: true }));
    await fjordline.run((ctx) => demandSecondFactor(ctx, { demanded: true }));
    expect(await fjordline.run(getDemand)).toEqual({
      demand: { since: rt.clock(), by: "Maja Berg" },
      people: { all: 2, have: 1 },
    });
    await fjordline.run((ctx) => demandSecondFactor(ctx, { demanded: false }));
    await fjordline.run((ctx) => demandSecondFactor(ctx, { demanded: true }));
    const rows = await fjordline.run((ctx) => ctx.db.select().from(secondFactorDemands));
    expect(rows.map(({ endedBy }) => endedBy).sort()).toEqual([fjordline.owner.id, null].sort());
  });

  it("leaves other workspaces as they are, and is not seen there", async () => {
    const [fjordline, nordlys] = [await makeWorkspace(rt), await makeWorkspace(rt, "Nordlys")];
    await giveFactor(fjordline.owner.id);
    await fjordline.run((ctx) => demandSecondFactor(ctx, { demanded: true }));
    expect(await nordlys.run(listMembers)).toHaveLength(1);
    expect(await nordlys.run(getDemand)).toEqual({ demand: null, people: { all: 1, have: 0 } });
    await nordlys.run((ctx) => demandSecondFactor(ctx, { demanded: false }));
    expect((await fjordline.run(getDemand)).demand).not.toBeNull();
    const seen = await nordlys.run((ctx) => ctx.db.select({ id: secondFactors.userId }).from(secondFactors));
    expect(seen).toEqual([]);
  });
});
