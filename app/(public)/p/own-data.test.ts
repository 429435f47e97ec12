import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { contacts, outboundMails } from "#db/schema/index.ts";
import { asSystem } from "#server/entry.ts";
import { renderOwnData } from "#server/own-data/render.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeInvitation, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { canary, makePerson } from "#server/test/person.ts";
import { respondents } from "../respondents.ts";

const rt = await testRuntime();
const pages = respondents(async () => rt);
const site = "http://localhost:3000";
let workspace: TestWorkspace;
beforeEach(async () => {
  rt.setNow(testNow);
  workspace = await makeWorkspace(rt, "Fjordline");
});

const get = (path: string) => pages.fetch(new Request(site + path));
const post = (path: string, fields: Record<string, string> = {}) =>
  pages.fetch(new Request(site + path, { method: "POST", body: new URLSearchParams(fields) }));
const days = (n: number) => rt.setNow(new Date(testNow.getTime() + n * 86_400_000));

const sent = (by = workspace) =>
  by.run((ctx) => ctx.db.select().from(outboundMails).where(eq(outboundMails.kind, "own_data")));

/** Asks on the own page, and returns the path of the link in the mail. */
async function ask(token: string): Promise<string> {
  const html = await (await get(`/r/${token}/mine`)).text();
  const nonce = /name="nonce" value="([^"]+)"/.exec(html)![1]!;
  const answered = await post(`/r/${token}/mine`, { nonce, everything: "yes" });
  expect(await answered.text()).toContain("på vei til adressen");
  const mails = await sent();
  const mail = await asSystem(rt, workspace.id, "test", (ctx) => renderOwnData(ctx, mails.at(-1)!));
  return new URL(/http\S+\/p\/\S+/.exec(mail.text)![0]).pathname;
}

describe("a customer who asks for everything", () => {
  it("gets one mail to the address that is known, in the language of the question, however often it is pressed", async () => {
    const person = await makePerson(rt, workspace);
    await ask(person.token);
    await ask(person.token);
    expect(await sent()).toMatchObject([{ toAddress: person.email, state: "queued" }]);
    rt.setNow(new Date(testNow.getTime() + 3_700_000));
    await ask(person.token);
    expect(await sent()).toHaveLength(2);
  });

  it("may ask on the page to be left alone as well, and is not opted out by it", async () => {
    const { token } = await makeInvitation(rt, workspace);
    const optOut = `/u/${rt.tokens.seal("opt-out", rt.tokens.open("answer", token)!)}`;
    expect(await (await get(optOut)).text()).toContain('name="everything"');
    const html = await (await post(optOut, { everything: "yes" })).text();
    expect(html).toContain("A mail with the link is on its way");
    expect(html).toContain('name="months"');
    expect(await sent()).toHaveLength(1);
  });

  it("sees what there is and downloads it, for a week", async () => {
    const person = await makePerson(rt, workspace);
    const path = await ask(person.token);
    const page = await (await get(path)).text();
    for (const said of [`Anna ${canary}`, person.email, "1 svar", "2 meldinger"])
      expect(page).toContain(said);
    const file = await get(`${path}/data`);
    expect(file.headers.get("content-disposition")).toContain("attachment");
    expect(await file.json()).toMatchObject({ company: "Fjordline", person: { email: person.email } });
    days(8);
    expect((await get(path)).status).toBe(404);
    expect((await get(`${path}/data`)).status).toBe(404);
  });

  it("is erased only with the box ticked, and then every link is gone like one that never was", async () => {
    const person = await makePerson(rt, workspace);
    const path = await ask(person.token);
    const unsure = await post(path);
    expect(unsure.status).toBe(422);
    expect(await unsure.text()).toContain('aria-describedby="sure-problem"');
    expect((await get(path)).status).toBe(200);

    const done = await post(path, { sure: "yes" });
    expect(done.status).toBe(200);
    expect(await done.text()).toContain("Opplysningene dine er slettet");
    const optOut = `/u/${rt.tokens.seal("opt-out", rt.tokens.open("answer", person.token)!)}`;
    const never = (await (await get("/r/0000")).text()).replaceAll(/nonce="[^"]+"/g, "");
    for (const link of [path, `${path}/data`, `/r/${person.token}`, `/r/${person.token}/mine`, optOut]) {
      const page = await get(link);
      expect(page.status, link).toBe(404);
      expect((await page.text()).replaceAll(/nonce="[^"]+"/g, ""), link).toBe(never);
    }
    expect((await post(path, { sure: "yes" })).status).toBe(404);
    expect((await post(`/r/${person.token}`, { score: "3" })).status).not.toBe(303);
  });

  it("is not sent anything when there is no address, and a link of another kind opens nothing", async () => {
    const { token, contactId } = await makeInvitation(rt, workspace);
    const address = { email: null, emailKey: null, addressHash: null };
    await workspace.run((ctx) => ctx.db.update(contacts).set(address).where(eq(contacts.id, contactId)));
    const optOut = `/u/${rt.tokens.seal("opt-out", rt.tokens.open("answer", token)!)}`;
    expect((await post(optOut, { everything: "yes" })).status).toBe(404);
    expect(await sent()).toEqual([]);
    expect((await get(`/p/${token}`)).status).toBe(404);
  });

  it("of one workspace is nobody in another", async () => {
    const path = await ask((await makePerson(rt, workspace)).token);
    const elsewhere = await makeWorkspace(rt, "Nordlys");
    const target = rt.tokens.open("own-data", path.split("/")[2]!)!;
    const forged = rt.tokens.seal("own-data", { ...target, workspaceKey: elsewhere.key });
    expect((await get(`/p/${forged}`)).status).toBe(404);
  });
});
