import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { responses, shareLinks, teams } from "#db/schema/index.ts";
import { DashboardView } from "#server/dashboard/schema.ts";
import { withShare } from "#server/entry.ts";
import { total } from "#server/nps/groups.ts";
import { recountResponses } from "#server/response/recount.ts";
import { appRouter, createCaller } from "#server/router.ts";
import { createSurveyLink } from "#server/survey-link/create.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import {
  makeContact,
  makeMember,
  makeSurvey,
  makeWorkspace,
  type TestWorkspace,
} from "#server/test/factories.ts";
import type { TokenPurpose } from "#server/token/codec.ts";
import { requireRole } from "#server/trpc.ts";
import { changeShareLink } from "./change.ts";
import { createShareLink } from "./create.ts";
import { endShareLink } from "./end.ts";
import { noteShareOpened } from "./note-opened.ts";
import { findShareLink, listShareLinks } from "./queries.ts";
import { readShare } from "./read.ts";
import { ChangeShareLink, CreateShareLink } from "./schema.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");
const [bergen, oslo] = [newId(), newId()];
const [ferry, shop] = await tellStory();

/** Bergen answered the ferry's survey, Oslo the shop's. */
async function tellStory() {
  return fjordline.run(async (ctx) => {
    await ctx.db.insert(teams).values([
      { workspaceId: ctx.workspaceId, id: bergen, name: "Team Bergen", createdAt: ctx.now },
      { workspaceId: ctx.workspaceId, id: oslo, name: "Team Oslo", createdAt: ctx.now },
    ]);
    const ofFerry = (await makeSurvey(ctx, { name: "The ferry" })).id;
    const ofShop = (await makeSurvey(ctx, { name: "The shop" })).id;
    await makeSurvey(ctx, { name: "A plan nobody has heard of" });
    const kari = await makeContact(rt, ctx, "Kari Nordmann");
    const row = (team: string, index: number) => ({
      workspaceId: ctx.workspaceId,
      id: newId(),
      surveyId: team === bergen ? ofFerry : ofShop,
      contactId: kari.id,
      teamId: team,
      employee: team === bergen ? "Bo Ek" : "Åsa Öberg",
      touchpoint: team === bergen ? "Crossing" : "Counter",
      attributes: { Country: team === bergen ? "Norway" : "Denmark", Plan: index % 2 ? "Gold" : "Blue" },
      score: team === bergen ? 10 : 2,
      comment: team === bergen ? `Calm sea ${index}` : `Long queue ${index}`,
      evidence: "imported" as const,
      channel: "import" as const,
      locale: "en",
      answeredAt: testNow,
      updatedAt: testNow,
    });
    await ctx.db
      .insert(responses)
      .values([
        ...Array.from({ length: 12 }, (_, index) => row(bergen, index)),
        ...Array.from({ length: 30 }, (_, index) => row(oslo, index)),
      ]);
    await recountResponses(ctx);
    return [ofFerry, ofShop];
  });
}

async function share(over: Partial<CreateShareLink> = {}, workspace: TestWorkspace = fjordline) {
  const given = {
    kind: "dashboard",
    name: "For the board",
    comments: "anonymous",
    lastDay: null,
    password: null,
  };
  const { id } = await workspace.run((ctx) =>
    createShareLink(ctx, CreateShareLink.parse({ ...given, ...over })),
  );
  const { links } = await workspace.run(listShareLinks);
  const { url } = links.find((one) => one.id === id)!;
  return { id, url, token: url.split("/").at(-1)! };
}

const find = (token: string) => withShare(rt, token, findShareLink);
const read = (token: string, asked: object = {}) =>
  withShare(rt, token, async (ctx, number) =>
    readShare(ctx, (await findShareLink(ctx, number))!, DashboardView.parse(asked)),
  );

/** Words that stand for what is outside of the segment of Bergen. */
const outside = [
  oslo,
  shop!,
  "Oslo",
  "The shop",
  "Åsa",
  "Counter",
  "Denmark",
  "queue",
  "nobody has heard of",
];
const never = ["Kari", "Nordmann", "customer.example", "Bo Ek"];

function expectSilence(found: unknown, words: readonly string[]) {
  const said = JSON.stringify(found);
  expect(words.filter((word) => said.includes(word))).toEqual([]);
}

describe("what a link's reader sees", () => {
  it("is the locked segment, with comments and without a name, and nothing that says what else there is", async () => {
    const { token } = await share({ locked: `team=${bergen}` });
    const shown = (await read(token))!;
    expect(shown.found.counts).toEqual({ detractors: 0, passives: 0, promoters: 12 });
    expect(shown.comments).toHaveLength(8);
    expect(shown.comments[0]).toMatchObject({
      score: 10,
      comment: expect.stringContaining("Calm sea"),
      name: null,
    });
    expect(shown.found.surveys).toEqual([{ id: ferry, name: "The ferry" }]);
    expect(shown.found.choices.map(({ dimension }) => dimension)).toEqual([
      "attribute:Country",
      "attribute:Plan",
      "channel",
      "language",
      "touchpoint",
    ]);
    expectSilence(shown, [...outside, ...never]);
  });

  it("can be narrowed further", async () => {
    const { token } = await share({ locked: `team=${bergen}` });
    const shown = (await read(token, { where: "is.Plan.Gold", touchpoint: "Crossing" }))!;
    expect(total(shown.found.counts)).toBe(6);
    expect(shown.view).toMatchObject({ where: ["is.Plan.Gold"], touchpoint: "Crossing" });
    expect(shown.view).not.toHaveProperty("team");
  });

  it("is the same for whoever asks for what is locked", async () => {
    const { token } = await share({ locked: "where=is.Country.Norway&where=is.Plan.Gold" });
    const shown = (await read(token, { where: ["is.Plan.Gold", "is.Country.Norway"] }))!;
    expect(total(shown.found.counts)).toBe(6);
    expect(shown.found.choices.map(({ dimension }) => dimension)).not.toContain("attribute:Country");
  });

  it.each([
    ["another team", { team: oslo }],
    ["another survey", { survey: shop }],
    ["another country", { where: "is.Country.Denmark" }],
    ["whatever is not this country", { where: "not.Country.Norway" }],
    ["another touchpoint", { touchpoint: "Counter" }],
    ["an employee by name", { employee: "Bo Ek" }],
    ["a number that one customer has", { where: "contains.Customer number.1" }],
    ["the days of all time and another team", { team: oslo, period: "all", compare: "year", cut: "team" }],
  ])("is nothing for %s, as if there were none", async (_, asked) => {
    const { token } = await share({ locked: `team=${bergen}&where=is.Country.Norway` });
    const shown = (await read(token, asked))!;
    expect(total(shown.found.counts)).toBe(0);
    expect([shown.comments, shown.found.parts?.segments ?? [], shown.found.trend]).toEqual([[], [], []]);
    // What was asked for may stand in the page again, as it was typed: no name of it.
    expectSilence({ ...shown, view: null }, [...outside, ...never]);
    const made = (await read(token, { ...asked, team: newId() }))!;
    expect(total(made.found.counts)).toBe(0);
  });

  it("is everything where nothing is locked, but for surveys without answers", async () => {
    const { token } = await share();
    const shown = (await read(token))!;
    expect(total(shown.found.counts)).toBe(42);
    expect(shown.found.surveys.map(({ name }) => name)).toEqual(["The ferry", "The shop"]);
    expect(shown.found.choices.map(({ dimension }) => dimension)).not.toContain("employee");
    expectSilence(shown, [...never, "Åsa", "nobody has heard of"]);
  });

  it("has names where the link says so, and no address of anybody", async () => {
    const { token } = await share({ locked: `team=${bergen}`, comments: "named" });
    const shown = (await read(token, { employee: "Bo Ek" }))!;
    expect(shown.comments[0]).toMatchObject({ name: "Kari Nordmann" });
    expectSilence(shown, [...outside, "customer.example"]);
  });

  it("has no comment where the link says so", async () => {
    const { token } = await share({ locked: `team=${bergen}`, comments: "none" });
    const shown = (await read(token))!;
    expect(shown.comments).toEqual([]);
    expectSilence(shown, ["Calm sea"]);
  });
});

describe("a share link", () => {
  it("is listed with its address, what it locks, and who made it", async () => {
    const { id, url } = await share({
      kind: "wallboard",
      locked: `team=${bergen}`,
      password: "fjord and sea",
    });
    expect(url).toMatch(/^http:\/\/localhost:3000\/wall\/[0-9a-z]+$/);
    const { links, named } = await fjordline.run(listShareLinks);
    const listed = links.find((one) => one.id === id);
    const teamNames = named.choices.find(({ dimension }) => dimension === "team")?.values;
    expect(teamNames).toEqual([{ value: bergen, name: "Team Bergen" }]);
    expect(listed).toMatchObject({
      locked: { team: bergen },
      hasPassword: true,
      madeBy: "Maja Berg",
      over: false,
    });
    expect(JSON.stringify(listed)).not.toMatch(/hash|fjord and sea/i);
    const [row] = await fjordline.run((ctx) => ctx.db.select().from(shareLinks).where(eq(shareLinks.id, id)));
    expect(row!.passwordHash).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/);
  });

  it("leads nowhere once it is ended, and stays in the list with who ended it", async () => {
    const { id, token } = await share();
    await fjordline.run((ctx) => endShareLink(ctx, { shareId: id }));
    expect(await find(token)).toBeNull();
    const again = fjordline.run((ctx) => endShareLink(ctx, { shareId: id }));
    await expect(again).rejects.toThrow(/no such link/);
    const change = { shareId: id, name: "Back", comments: "none" as const, lastDay: null };
    await expect(fjordline.run((ctx) => changeShareLink(ctx, change))).rejects.toThrow(/no such link/);
    const [row] = await fjordline.run((ctx) => ctx.db.select().from(shareLinks).where(eq(shareLinks.id, id)));
    expect(row).toMatchObject({ endedAt: testNow, endedBy: fjordline.owner.id, changedAt: null });
  });

  it("works through its last day in the workspace's calendar", async () => {
    const { token } = await share({ lastDay: "2026-11-24" });
    rt.setNow(new Date("2026-11-24T22:30:00Z"));
    expect(await find(token)).not.toBeNull();
    rt.setNow(new Date("2026-11-24T23:30:00Z"));
    expect(await find(token)).toBeNull();
    rt.setNow(testNow);
  });

  it("can be changed but for what it shows; without a password given the old one stays", async () => {
    const { id, token } = await share({ password: "fjord and sea", locked: `team=${bergen}` });
    const before = await find(token);
    const change = (over: object) =>
      fjordline.run((ctx) =>
        changeShareLink(
          ctx,
          ChangeShareLink.parse({ shareId: id, name: "Bergen", comments: "none", lastDay: null, ...over }),
        ),
      );
    await change({ locked: "", kind: "wallboard" });
    expect(await find(token)).toMatchObject({ ...before, name: "Bergen", comments: "none" });
    await change({ password: "another long one" });
    expect((await find(token))!.passwordHash).not.toBe(before!.passwordHash);
    await change({ password: null });
    expect((await find(token))!.passwordHash).toBeNull();
  });

  it("keeps the day on which it was opened, and no more", async () => {
    const { id, token } = await share();
    await fjordline.run((ctx) => noteShareOpened(ctx, { id, today: "2026-11-23" }));
    expect(await find(token)).toMatchObject({ openedOn: "2026-11-23", today: "2026-11-23" });
  });

  it.each([
    ["name", { name: " " }],
    ["name", { name: "x".repeat(121) }],
    ["password", { password: "1234567" }],
    ["password", { password: "x".repeat(129) }],
    ["lastDay", { lastDay: "soon" }],
    ["locked", { locked: "team=everybody" }],
    ["kind", { kind: "poster" }],
    ["comments", { comments: "all" }],
  ])("is refused with the field it is about: %s", (field, over) => {
    const given = { kind: "dashboard", name: "Board", comments: "none", lastDay: null, password: null };
    const refused = CreateShareLink.safeParse({ ...given, ...over });
    expect(refused.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });

  it("cannot end on a day that is over", async () => {
    await expect(share({ lastDay: "2026-11-22" })).rejects.toMatchObject({
      code: "INVALID",
      field: "lastDay",
    });
    const { id } = await share({ lastDay: "2026-11-23" });
    const change = { shareId: id, name: "Board", comments: "none" as const, lastDay: "2026-11-01" };
    await expect(fjordline.run((ctx) => changeShareLink(ctx, change))).rejects.toMatchObject({
      field: "lastDay",
    });
  });

  it("of another workspace is not found, and its segment finds nothing here", async () => {
    const { id, token } = await share();
    const change = { shareId: id, name: "Ours", comments: "none" as const, lastDay: null };
    await expect(nordlys.run((ctx) => changeShareLink(ctx, change))).rejects.toThrow(/no such link/);
    await expect(nordlys.run((ctx) => endShareLink(ctx, { shareId: id }))).rejects.toThrow(/no such link/);
    await nordlys.run((ctx) => noteShareOpened(ctx, { id, today: "2026-11-20" }));
    expect((await nordlys.run(listShareLinks)).links).toEqual([]);
    expect(await find(token)).toMatchObject({ openedOn: null });
    const theirs = await share({ locked: `team=${bergen}` }, nordlys);
    expect(total((await read(theirs.token))!.found.counts)).toBe(0);
  });

  it.each(["agent", "viewer"] as const)(
    "is nothing that a member with the role %s can list or make",
    async (role) => {
      const user = await makeMember(rt, fjordline, role, `${role} Holm`);
      const live = () => Promise.reject(new Error("nobody listens"));
      const caller = createCaller({ rt, user: { ...user, sessionId: "s" }, live }).share;
      const workspace = fjordline.slug;
      const input = {
        kind: "dashboard",
        name: "Mine",
        comments: "none",
        lastDay: null,
        password: null,
      } as const;
      const code = "FORBIDDEN";
      await expect(caller.list({ workspace })).rejects.toMatchObject({ code });
      await expect(caller.create({ workspace, ...input })).rejects.toMatchObject({ code });
      await expect(caller.end({ workspace, shareId: newId() })).rejects.toMatchObject({ code });
    },
  );
});

describe("a share link's reader", () => {
  it("can write nothing, and has no role", async () => {
    const { token } = await share();
    const link = {
      surveyId: ferry!,
      kind: "link",
      name: "x",
      touchpoint: "",
      locale: null,
      once: false,
    } as const;
    const write = withShare(rt, token, (ctx) => createSurveyLink(ctx, link));
    await expect(write).rejects.toMatchObject({ cause: { message: expect.stringMatching(/read-only/) } });
    const rise = withShare(rt, token, async (ctx) => requireRole(ctx, "viewer"));
    await expect(rise).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("opens no other door with the token", async () => {
    const { token } = await share();
    const purposes: TokenPurpose[] = ["answer", "opt-out", "member-invitation", "survey-link", "own-data"];
    expect(purposes.map((purpose) => rt.tokens.open(purpose, token))).toEqual(purposes.map(() => null));
    const other = rt.tokens.seal("survey-link", rt.tokens.open("share", token)!);
    expect(await find(other)).toBeNull();
    expect(await find("not a token")).toBeNull();
  });

  it("can call none of the procedures, being nobody to them", async () => {
    const live = () => Promise.reject(new Error("nobody listens"));
    const caller = createCaller({ rt, user: null, live }) as unknown as Record<
      string,
      Record<string, (input: unknown) => Promise<unknown>>
    >;
    const open: string[] = [];
    for (const path of Object.keys(appRouter._def.procedures)) {
      const [noun, verb] = path.split(".") as [string, string];
      const code = await caller[noun]![verb]!({ workspace: fjordline.slug }).then(
        () => "answered",
        (error: { code?: string }) => error.code,
      );
      if (code !== "UNAUTHORIZED") open.push(path);
    }
    expect(open).toEqual(["workspace.invitation"]);
  });
});
