import { describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { responses, teams } from "#db/schema/index.ts";
import { recountResponses } from "#server/response/recount.ts";
import { changeShareLink } from "#server/share/change.ts";
import { createShareLink } from "#server/share/create.ts";
import { endShareLink } from "#server/share/end.ts";
import { listShareLinks } from "#server/share/queries.ts";
import { CreateShareLink } from "#server/share/schema.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeSurvey, makeWorkspace } from "#server/test/factories.ts";
import { wallboards } from "../wallboards.ts";

const rt = await testRuntime();
const workspace = await makeWorkspace(rt, "Fjordline");
const boards = wallboards(async () => rt);
const site = "http://localhost:3000";
const bergen = newId();

await workspace.run(async (ctx) => {
  await ctx.db
    .insert(teams)
    .values({ workspaceId: ctx.workspaceId, id: bergen, name: "Team Bergen", createdAt: ctx.now });
  const { id: surveyId } = await makeSurvey(ctx);
  const row = (score: number, weeksAgo: number, teamId: string | null) => ({
    workspaceId: ctx.workspaceId,
    id: newId(),
    surveyId,
    teamId,
    score,
    comment: teamId ? `<b>Calm</b> sea ${weeksAgo}` : "Long queue",
    evidence: "imported" as const,
    channel: "import" as const,
    locale: "en",
    answeredAt: new Date(testNow.getTime() - weeksAgo * 7 * 86_400_000),
    updatedAt: testNow,
  });
  await ctx.db
    .insert(responses)
    .values([
      ...Array.from({ length: 40 }, (_, index) => row(index % 4 ? 10 : 7, index % 5, bergen)),
      ...Array.from({ length: 25 }, () => row(2, 1, null)),
    ]);
  await recountResponses(ctx);
});

async function makeBoard(over: Partial<CreateShareLink> = {}) {
  const given = {
    kind: "wallboard",
    name: "Bergen <harbour>",
    comments: "anonymous",
    lastDay: null,
    password: null,
  };
  const input = CreateShareLink.parse({ ...given, locked: `team=${bergen}`, ...over });
  const { id } = await workspace.run((ctx) => createShareLink(ctx, input));
  const { links } = await workspace.run(listShareLinks);
  return { id, path: new URL(links.find((link) => link.id === id)!.url).pathname };
}

const get = async (path: string, headers: Record<string, string> = {}) =>
  boards.fetch(new Request(site + path, { headers }));
const text = async (path: string) => (await get(path)).text();
const post = async (path: string, password: string, headers: Record<string, string> = {}) =>
  boards.fetch(
    new Request(site + path, { method: "POST", body: new URLSearchParams({ password }), headers }),
  );

describe("a board", () => {
  it("is one page with the figures of its segment, in which nothing leads anywhere", async () => {
    const { path } = await makeBoard();
    const page = await get(path);
    const html = await page.text();
    expect([page.status, page.headers.get("set-cookie")]).toEqual([200, null]);
    expect(html).toContain('<p class="nps">+75</p>');
    expect(html).toContain("Fjordline · Team is Bergen".replace("Bergen", "Team Bergen"));
    expect(html).toContain("&lt;b&gt;Calm&lt;/b&gt; sea");
    expect(html).toContain("Bergen &lt;harbour&gt;");
    expect(html.replace(/<script.*<\/script>/s, "")).not.toMatch(
      /<a |<b>Calm|queue|undefined|null|NaN|\[object/,
    );
    expect(Buffer.byteLength(html)).toBeLessThan(40_000);
  });

  it("is kept from indexes, other sites and referrers, and runs its own script alone", async () => {
    const { headers } = await get((await makeBoard()).path);
    expect(headers.get("x-robots-tag")).toBe("noindex, nofollow");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("content-security-policy")).toMatch(
      /script-src 'nonce-[0-9a-f-]+';.*frame-ancestors 'none'/,
    );
  });

  it("shows no comment unless it was made so", async () => {
    const { path } = await makeBoard({ comments: "none" });
    expect(await text(path)).not.toMatch(/Calm|<blockquote/);
  });

  it("gives its figures alone to a screen that has the page", async () => {
    const { path } = await makeBoard();
    const now = await get(`${path}/now?period=7d`);
    expect([now.status, now.headers.get("x-board")]).toEqual([200, "figures"]);
    const markup = await now.text();
    expect(markup).toContain("Last 7 days");
    expect(markup).not.toContain("<script");
    const version = now.headers.get("x-board-version")!;
    expect(await text(path)).toContain(`data-version="${version}"`);
  });

  it("takes the options of its address, and leaves out what is written wrongly", async () => {
    const { path } = await makeBoard();
    const html = await text(`${path}?theme=dark&night=21-7&refresh=30&rotate=20&fit`);
    expect(html).toContain('data-refresh="30" data-rotate="20" data-night="21-7" data-theme="dark"');
    expect(html).toContain('<div id="screen" class="turns fit">');
    const odd = await text(`${path}?theme=pink&night=25-7&refresh=0&rotate=-3`);
    expect(odd).toContain('data-refresh="15" data-rotate="0" data-night="" data-theme="auto"');
  });

  it("cannot be led out of its segment by its address", async () => {
    const { path } = await makeBoard();
    const html = await text(`${path}?team=${newId()}`);
    expect(html).toContain("No answers yet");
    expect(html).not.toMatch(/Calm|queue/);
  });

  it("is the same calm page with the same status for an address that was ended, is over or was made up", async () => {
    const [ended, over, dashboard] = [
      await makeBoard(),
      await makeBoard({ lastDay: "2026-11-23" }),
      await makeBoard({ kind: "dashboard" }),
    ];
    await workspace.run((ctx) => endShareLink(ctx, { shareId: ended.id }));
    rt.setNow(new Date("2026-11-24T12:00:00Z"));
    const paths = [
      ended.path,
      over.path,
      dashboard.path.replace("share", "wall"),
      "/wall/1nothing",
      "/wall/x/y/z",
    ];
    const pages = await Promise.all(
      paths.map(async (path) => {
        const page = await get(path);
        return `${page.status} ${(await page.text()).replace(/nonce="[^"]+"/g, "")}`;
      }),
    );
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]).toMatch(/^404 .*Nothing is shown at this address/s);
    const now = await get(`${ended.path}/now`);
    expect([now.status, now.headers.get("x-board")]).toEqual([404, "gone"]);
    rt.setNow(testNow);
  });

  it("says so kindly while the database is away, and loads itself again", async () => {
    const broken = wallboards(async () => {
      throw new Error("no database");
    });
    const page = await broken.fetch(new Request(`${site}/wall/1token`));
    const html = await page.text();
    expect(page.status).toBe(503);
    expect(html).toContain('<meta http-equiv="refresh" content="15">');
    expect(html).not.toContain("no database");
  });

  it("loads fonts of its own, and no other file", async () => {
    const font = await get("/wall/fonts/grotesk.woff2");
    expect([font.status, font.headers.get("content-type")]).toEqual([200, "font/woff2"]);
    expect((await get("/wall/fonts/..%2fkeep.js")).status).toBe(404);
  });
});

describe("a board with a password", () => {
  it("asks for it once and is remembered on that screen, until the password is another one", async () => {
    const { id, path } = await makeBoard({ password: "fjord and sea" });
    const asked = await text(`${path}?rotate=20`);
    expect(asked).toContain('type="password"');
    expect(asked).not.toMatch(/Fjordline|Bergen|Calm/);
    expect(await (await get(`${path}/now`)).text()).toBe("");

    const wrong = await post(path, "fjord and land");
    expect([wrong.status, wrong.headers.get("set-cookie")]).toEqual([422, null]);
    expect(await wrong.text()).toContain('aria-describedby="problem"');

    const right = await post(`${path}?rotate=20`, "fjord and sea");
    expect([right.status, right.headers.get("location")]).toEqual([303, `${path}?rotate=20`]);
    const set = right.headers.get("set-cookie")!;
    expect(set).toContain(`Path=${path}; Max-Age=31536000; HttpOnly; SameSite=Lax`);
    const cookie = set.split(";", 1)[0]!;
    const shown = await get(path, { cookie });
    expect(await shown.text()).toContain("+75");
    expect(shown.headers.get("set-cookie")).toContain("Max-Age=31536000");

    const other = await makeBoard({ password: "fjord and sea" });
    expect(await (await get(other.path, { cookie })).text()).toContain('type="password"');
    await workspace.run((ctx) =>
      changeShareLink(ctx, {
        shareId: id,
        name: "B",
        comments: "none",
        lastDay: null,
        password: "a new one 1",
      }),
    );
    expect((await get(`${path}/now`, { cookie })).status).toBe(401);
  });

  it("hears ten tries from one address in ten minutes", async () => {
    const { path } = await makeBoard({ password: "fjord and sea" });
    const from = (address: string) => ({ "x-forwarded-for": address });
    for (let tries = 0; tries < 10; tries += 1) await post(path, `guess ${tries}`, from("192.0.2.7"));
    const late = await post(path, "fjord and sea", from("192.0.2.7"));
    expect(late.status).toBe(429);
    expect(await late.text()).toContain("too many tries");
    expect((await post(path, "fjord and sea", from("192.0.2.8"))).status).toBe(303);
  });

  it("takes it from its own page only", async () => {
    const { path } = await makeBoard({ password: "fjord and sea" });
    const foreign = await post(path, "fjord and sea", { origin: "https://evil.example" });
    expect([foreign.status, foreign.headers.get("set-cookie")]).toEqual([403, null]);
  });
});
