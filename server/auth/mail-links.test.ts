import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { credentials, outboundMails, users, verifications } from "#db/schema/index.ts";
import { asSystem } from "#server/entry.ts";
import { testRuntime } from "#server/test/database.ts";
import { authClient, cookieOf, linkTo, platform } from "#server/test/sign-in.ts";
import { signedInUser } from "./auth.ts";
import { proveAddress } from "./prove-address.ts";
import { renderSignInLink } from "./render-sign-in-link.ts";

const rt = await testRuntime();
const { db } = rt.connection;
const { post, signUp } = authClient(rt);

const ask = (email: string, address = "192.0.2.1") =>
  post("/request-link", { email, purpose: "sign-in" }, { "x-forwarded-for": address });
const open = (token: string) => post("/sign-in/link", { token });
const whoIs = (answer: Response) => signedInUser(rt.auth, new Headers({ cookie: cookieOf(answer) }));
const userOf = async (email: string) => (await db.select().from(users).where(eq(users.email, email)))[0]!;

async function proven(name: string, email: string) {
  const answer = await signUp(name, email);
  await proveAddress(db, (await userOf(email)).id);
  return answer;
}

describe("a link to sign in by", () => {
  it("signs in once, by a POST; its token is stored as a hash only", async () => {
    await proven("Maja", "maja@link.example");
    expect((await ask("Maja@link.example")).status).toBe(200);
    const token = await linkTo(rt, "maja@link.example", "sign_in_link");
    expect(JSON.stringify(await db.select().from(verifications))).not.toContain(token);
    const looked = await rt.auth.handler(
      new Request(`http://localhost:3000/api/auth/sign-in/link?token=${token}`),
    );
    expect(looked.status).toBe(404);
    expect((await whoIs(await open(token)))?.email).toBe("maja@link.example");
    expect(await (await open(token)).json()).toMatchObject({ code: "LINK_GONE" });
  });

  it("is mailed with the time it works for", async () => {
    await proven("Bo", "bo@link.example");
    await ask("bo@link.example");
    const token = await linkTo(rt, "bo@link.example", "sign_in_link");
    const rendered = await asSystem(rt, platform, "test", async (ctx) => {
      const [mail] = await ctx.db
        .select()
        .from(outboundMails)
        .where(eq(outboundMails.toAddress, "bo@link.example"));
      return renderSignInLink(ctx, mail!);
    });
    expect(rendered.text).toContain(`http://localhost:3000/sign-in/link/${token}`);
    expect(rendered.text).toContain("10 minutes");
  });

  it("works for ten minutes", async () => {
    await proven("Cia", "cia@link.example");
    await ask("cia@link.example");
    const token = await linkTo(rt, "cia@link.example", "sign_in_link");
    await db.update(verifications).set({ expiresAt: new Date(Date.now() - 1) });
    expect(await (await open(token)).json()).toMatchObject({ code: "LINK_GONE" });
  });

  it("sets no password, and a link for a password does not sign in", async () => {
    await proven("Dag", "dag@link.example");
    await ask("dag@link.example");
    const token = await linkTo(rt, "dag@link.example", "sign_in_link");
    const reset = await post("/reset-password", { token, newPassword: "another long sentence" });
    expect(reset.status).toBe(400);
    await post("/request-link", { email: "dag@link.example", purpose: "password" });
    const forPassword = await linkTo(rt, "dag@link.example", "password_reset");
    expect((await open(forPassword)).status).toBe(400);
  });

  it("opened twice at once signs in once", async () => {
    await proven("Eva", "eva@link.example");
    await ask("eva@link.example");
    const token = await linkTo(rt, "eva@link.example", "sign_in_link");
    const answers = await Promise.all([open(token), open(token), open(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
  });

  it("leaves nothing of whoever signed up with the address before it was proven", async () => {
    const theirs = await signUp("Not Fia", "fia@link.example");
    await ask("fia@link.example");
    const token = await linkTo(rt, "fia@link.example", "sign_in_link");
    expect((await whoIs(await open(token)))?.email).toBe("fia@link.example");
    expect(await whoIs(theirs)).toBeNull();
    const user = await userOf("fia@link.example");
    expect(user.emailVerified).toBe(true);
    expect(await db.select().from(credentials).where(eq(credentials.userId, user.id))).toEqual([]);
    const password = { email: "fia@link.example", password: "a long and quiet sentence" };
    expect((await post("/sign-in/email", password)).status).toBe(401);
  });

  it("leaves the password of somebody who opens it where they are signed in, and proves the address", async () => {
    const cookie = cookieOf(await signUp("Liv", "liv@link.example"));
    await ask("liv@link.example");
    const token = await linkTo(rt, "liv@link.example", "sign_in_link");
    const opened = await post("/sign-in/link", { token }, { cookie });
    expect((await whoIs(opened))?.email).toBe("liv@link.example");
    expect((await userOf("liv@link.example")).emailVerified).toBe(true);
    const password = { email: "liv@link.example", password: "a long and quiet sentence" };
    expect((await post("/sign-in/email", password)).status).toBe(200);
  });

  it("leaves nothing when it is opened where somebody else is signed in", async () => {
    const cookie = cookieOf(await signUp("Mona", "mona@link.example"));
    const theirs = await signUp("Not Nora", "nora@link.example");
    await ask("nora@link.example");
    const token = await linkTo(rt, "nora@link.example", "sign_in_link");
    const opened = await post("/sign-in/link", { token }, { cookie });
    expect((await whoIs(opened))?.email).toBe("nora@link.example");
    expect(await whoIs(theirs)).toBeNull();
  });

  it("leaves the password of somebody whose address is proven", async () => {
    await proven("Gry", "gry@link.example");
    await ask("gry@link.example");
    await open(await linkTo(rt, "gry@link.example", "sign_in_link"));
    const password = { email: "gry@link.example", password: "a long and quiet sentence" };
    expect((await post("/sign-in/email", password)).status).toBe(200);
  });
});

describe("asking for a link", () => {
  it.each(["sign-in", "password"] as const)(
    "answers alike and does the same for an address nobody has, and mails nobody: %s",
    async (purpose) => {
      await proven("Hanna", `hanna-${purpose}@link.example`);
      const rows = () => db.$count(verifications);
      const askFor = async (email: string) => {
        const before = await rows();
        const answer = await post("/request-link", { email, purpose });
        const said = [answer.status, await answer.json(), [...answer.headers.keys()]];
        return { said, written: (await rows()) - before };
      };
      const known = await askFor(`hanna-${purpose}@link.example`);
      const unknown = await askFor(`nobody-${purpose}@link.example`);
      expect(unknown).toEqual(known);
      expect(known.written).toBe(1);
      await linkTo(
        rt,
        `hanna-${purpose}@link.example`,
        purpose === "sign-in" ? "sign_in_link" : "password_reset",
      );
      const mails = await asSystem(rt, platform, "test", (ctx) =>
        ctx.db
          .select()
          .from(outboundMails)
          .where(eq(outboundMails.toAddress, `nobody-${purpose}@link.example`)),
      );
      expect(mails).toEqual([]);
    },
  );

  it("is limited by address and by where it comes from, known or not", async () => {
    await proven("Ida", "ida@link.example");
    for (const email of ["ida@link.example", "nobody-else@link.example"]) {
      for (let i = 0; i < 5; i++) expect((await ask(email, "192.0.2.50")).status).toBe(200);
      const stopped = await ask(email, "192.0.2.50");
      expect(stopped.status).toBe(429);
      expect(Number(stopped.headers.get("x-retry-after"))).toBeGreaterThan(0);
    }
  });

  it("refuses what is no address, and a foreign page", async () => {
    expect((await ask("maja@@link")).status).toBe(400);
    const foreign = await post(
      "/request-link",
      { email: "maja@link.example", purpose: "sign-in" },
      { origin: "https://evil.example" },
    );
    expect(foreign.status).toBe(403);
  });
});
