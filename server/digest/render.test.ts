import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { outboundMails, responses, teams, workspaces } from "#db/schema/index.ts";
import { getDashboard } from "#server/dashboard/queries.ts";
import { DashboardView } from "#server/dashboard/schema.ts";
import { locales } from "#server/i18n/locales.ts";
import { makeAnswers } from "#server/test/answers.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeMember, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { createDigest } from "./create.ts";
import { endDigest } from "./end.ts";
import { gatherDigest } from "./gather.ts";
import { renderDigest } from "./render.ts";
import { CreateDigest } from "./schema.ts";
import { sendDigestNow } from "./send-now.ts";

const rt = await testRuntime();
beforeEach(() => rt.setNow(testNow));

const days = { from: "2026-11-16", to: "2026-11-22" };
const late = "The ferry was two hours late, and nobody told us.";
const kind = "Kind people on board, good coffee as always.";
const fine = "It was fine, nothing special to say about it.";

/** NPS 50 from 40 answers (4 detractors, 12 passives, 24 promoters), after −50 from as many; the last week by Åsa and Bo. */
async function week(workspace: TestWorkspace) {
  const [now, before] = ["2026-11-18T12:00:00Z", "2026-11-11T12:00:00Z"];
  const many = (n: number, score: number, at: string) => Array.from({ length: n }, () => ({ score, at }));
  return makeAnswers(rt, workspace, [
    {
      score: 2,
      at: "2026-11-19T12:00:00Z",
      comment: late,
      by: "Åsa Öberg",
      caseDueAt: "2026-11-20T12:00:00Z",
    },
    { score: 10, at: "2026-11-19T13:00:00Z", comment: kind, by: "Bo Lind", locale: "sv", drivers: ["staff"] },
    { score: 7, at: "2026-11-19T14:00:00Z", comment: fine },
    ...many(3, 0, now),
    ...many(11, 8, now),
    ...many(23, 9, now),
    ...many(24, 0, before),
    ...many(12, 8, before),
    ...many(4, 10, before),
  ]);
}

type Made = { workspace: TestWorkspace; id: string; ids: string[] };

async function make(over: object = {}): Promise<Made> {
  const workspace = await makeWorkspace(rt);
  const ids = await week(workspace);
  const input = CreateDigest.parse({ rhythm: "weekly", weekday: 1, locale: "en", ...over });
  const { id } = await workspace.run((ctx) => createDigest(ctx, input));
  return { workspace, id, ids };
}

/** The mail as it would leave: the newest that was put into the outbox by hand. */
async function mailOf({ workspace, id }: Made, as = workspace.owner) {
  await workspace.run((ctx) => sendDigestNow(ctx, { digestId: id }), as);
  return workspace.run(async (ctx) => {
    const [mail] = await ctx.db.select().from(outboundMails).where(eq(outboundMails.toAddress, as.email));
    return { mail: mail!, ...(await renderDigest(ctx, mail!)) };
  });
}

describe("the mail of a digest", () => {
  it("has the score, n, the interval, the change in words and three comments in itself", async () => {
    const { subject, html, text } = await mailOf(await make());
    expect(subject).toBe("[Test] NPS +50, up 100: likely a real change · Fjordline, 16–22 November 2026");
    expect(text).toContain("NPS +50 (+26 to +67), n = 40");
    expect(html).toContain("+26 to +67 with 95 percent confidence, n = 40");
    for (const part of [html, text.replace(/\s+/g, " ")]) {
      for (const said of [
        ...["Up from −50 (9–15 November 2026). A change this large is rarely chance.", late, kind, fine],
        ...["Åsa Öberg", "Bo Lind", "Anonymous", "4 detractors", "12 passives", "24 promoters", "1 new case"],
        ...["1 case is overdue for a reply"],
      ]) {
        expect(part, said).toContain(said);
      }
    }
    expect(text.indexOf(late)).toBeLessThan(text.indexOf(fine));
    expect(html).toContain('<blockquote class="text rule" lang="sv"');
  });

  it("says what the dashboard says of the same days, also of a part", async () => {
    const { workspace } = await make();
    for (const filter of [
      {},
      { language: "sv" },
      { where: ["is.Country.Norway"] },
      { commented: "yes" as const },
    ]) {
      const told = { ...filter, ...days };
      const [digest, dashboard] = await workspace.run(async (ctx) => [
        await gatherDigest(ctx, told, "Europe/Copenhagen", "en"),
        await getDashboard(ctx, DashboardView.parse(told)),
      ]);
      for (const name of ["counts", "before", "compared", "verdict", "asked", "setAside"] as const) {
        expect(digest[name], name).toEqual(dashboard[name]);
      }
      expect(digest.notInvited).toBe(dashboard.notInvited.link + dashboard.notInvited.kiosk);
      const reasons = dashboard.mentions.map(({ value }) => value);
      expect(digest.reasons.map(({ id }) => id)).toEqual(reasons);
    }
  });

  it("leads to the same answers: same filter, same days", async () => {
    const made = await make({ filter: "language=en&where=not.Country.Norway" });
    const { html, text } = await mailOf(made);
    const words = "from=2026-11-16&to=2026-11-22&language=en&where=not.Country.Norway";
    const home = `http://localhost:3000/${made.workspace.slug}`;
    for (const link of [
      `${home}/dashboard?${words}`,
      `${home}/responses?${words}`,
      `${home}/responses?${words.replace("&where", "&group=detractor&where")}`,
      `${home}/responses/${made.ids[0]}`,
      `${home}/settings/digests/${made.id}?language=en&where=not.Country.Norway`,
    ]) {
      expect(text).toContain(link);
      expect(html).toContain(`href="${link.replaceAll("&", "&amp;")}"`);
    }
    expect(text).toContain("Fjordline · Language: English · Country: not Norway");
  });

  it("can be ended by its header in one click, but not by whoever got a copy", async () => {
    const made = await make();
    const manager = await makeMember(rt, made.workspace, "manager", "Karin Dahl");
    const { id } = await made.workspace.run(
      (ctx) =>
        createDigest(
          ctx,
          CreateDigest.parse({ rhythm: "daily", locale: "en", userId: made.workspace.owner.id }),
        ),
      manager,
    );
    const own = await mailOf(made);
    expect(own.headers).toMatchObject({
      "Auto-Submitted": "auto-generated",
      "List-Unsubscribe": expect.stringMatching(/^<http:\/\/localhost:3000\/d\/[0-9a-z]+>$/),
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    });
    const copy = await mailOf({ ...made, id }, manager);
    expect(copy.headers).not.toHaveProperty("List-Unsubscribe");
    expect(copy.html).not.toContain("/d/");
  });

  it.each(locales)("speaks %s, with numbers as the language writes them", async (locale) => {
    const { subject, html, text, headers } = await mailOf(await make({ locale }));
    expect(html).toContain(`<html lang="${locale}"`);
    expect(subject).toContain("NPS +50");
    expect(text).toContain("n = 40");
    expect(text).toContain("\u221250");
    expect(`${subject}${text}`).not.toMatch(/undefined|\{|NaN|[ (]-\d/);
    expect(html.length).toBeLessThan(30_000);
    expect(headers).toHaveProperty("List-Unsubscribe-Post");
  });

  it("stands beside ninety days when its own have few answers", async () => {
    const workspace = await makeWorkspace(rt);
    const at = (day: string) => `2026-${day}T12:00:00Z`;
    await makeAnswers(rt, workspace, [
      ...Array.from({ length: 12 }, () => ({ score: 9, at: at("10-01") })),
      { score: 3, at: at("11-18") },
    ]);
    const input = CreateDigest.parse({ rhythm: "weekly", weekday: 1, locale: "en" });
    const { id } = await workspace.run((ctx) => createDigest(ctx, input));
    const { text, html } = await mailOf({ workspace, id, ids: [] });
    expect(text).toContain("A score needs 10 answers; until then, these are the counts.");
    expect(text).toContain("Over the 90 days to 22 November 2026: NPS +85 (");
    expect(html).toContain("from=2026-08-25&amp;to=2026-11-22");
    expect(text).toContain("Nobody left a comment.");
  });

  it("has nothing of an answer that was withdrawn since, and no copy of any is kept", async () => {
    const made = await make();
    const first = await mailOf(made);
    expect(JSON.stringify(first.mail)).not.toMatch(/ferry|Öberg/);
    await made.workspace.run((ctx) =>
      ctx.db.update(responses).set({ withdrawnAt: ctx.now }).where(eq(responses.id, made.ids[0]!)),
    );
    const again = await made.workspace.run((ctx) => renderDigest(ctx, first.mail));
    expect(again.text).not.toContain(late);
    expect(again.text).not.toContain("Åsa");
  });

  it("takes words of customers and names as they are", async () => {
    const workspace = await makeWorkspace(rt);
    const comment = `</blockquote><script>x</script> ${"long ".repeat(200)}`;
    const by = "Bo\r\nBcc: spy@evil.example";
    await makeAnswers(rt, workspace, [{ score: 0, at: "2026-11-20T12:00:00Z", comment, by }]);
    await workspace.run((ctx) =>
      ctx.db.update(workspaces).set({ name: "<b>\nX" }).where(eq(workspaces.id, ctx.workspaceId)),
    );
    const input = CreateDigest.parse({ rhythm: "weekly", weekday: 1, locale: "en" });
    const { id } = await workspace.run((ctx) => createDigest(ctx, input));
    const { subject, html, text } = await mailOf({ workspace, id, ids: [] });
    expect(subject).not.toMatch(/[\r\n]/);
    expect(html).not.toMatch(/<script|<b>X/);
    expect(html).toContain("long …</blockquote>");
    expect(text).toContain("Bo Bcc: spy@evil.example");
  });

  it("does not leave when its digest has ended, and names a team by its name", async () => {
    const workspace = await makeWorkspace(rt);
    const team = newId();
    await workspace.run((ctx) =>
      ctx.db
        .insert(teams)
        .values({ workspaceId: ctx.workspaceId, id: team, name: "Freight", createdAt: ctx.now }),
    );
    const input = CreateDigest.parse({ rhythm: "weekly", weekday: 1, locale: "sv", filter: `team=${team}` });
    const { id } = await workspace.run((ctx) => createDigest(ctx, input));
    const { mail, subject, text } = await mailOf({ workspace, id, ids: [] });
    expect(subject).toBe("[Test] Inga svar under perioden · Fjordline · Team: Freight, 16–22 november 2026");
    expect(text).toContain("Inga nya ärenden");
    await workspace.run((ctx) => endDigest(ctx, { digestId: id }));
    await expect(workspace.run((ctx) => renderDigest(ctx, mail))).rejects.toThrow("The digest has ended.");
  });
});
