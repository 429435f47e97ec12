import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { members, workspaces } from "#db/schema/index.ts";
import { asMember, inNewWorkspace, type SignedIn } from "#server/entry.ts";
import { sayRefusal } from "#server/i18n/say-refusal.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeUser } from "#server/test/factories.ts";
import { createWorkspace } from "./create.ts";
import { CreateWorkspace } from "./schema.ts";

const rt = await testRuntime();

function create(owner: SignedIn, input: CreateWorkspace) {
  return inNewWorkspace(rt, { kind: "member", userId: owner.id, role: "admin", ...owner }, (ctx) =>
    createWorkspace(ctx, { ...input, ownerId: owner.id }),
  );
}

describe("a new workspace", () => {
  it("has its founder as administrator, a key, a slug and a legal ground", async () => {
    const owner = await makeUser(rt, "Maja Berg", "maja@fjordline.example");
    const made = await create(owner, { name: "Fjordline", timezone: "Europe/Oslo" });

    expect(made).toMatchObject({ slug: "fjordline", name: "Fjordline", timezone: "Europe/Oslo" });
    expect(made.key).toMatch(/^[0-9a-hjkmnp-tv-z]{5}$/);
    expect(made.legalGround).toBe("existing_customer");
    const people = await asMember(rt, owner, "fjordline", (ctx) => ctx.db.select().from(members));
    expect(people).toMatchObject([{ userId: owner.id, role: "admin" }]);
  });

  it("gets another slug when another company of its name was first", async () => {
    const one = await makeUser(rt, "Ada", "ada@nordlys.example");
    const other = await makeUser(rt, "Bo", "bo@nordlys.example");
    expect((await create(one, { name: "Nordlys" })).slug).toBe("nordlys");
    expect((await create(other, { name: "Nordlys!" })).slug).toBe("nordlys-2");
  });

  it("is refused under a slug that was asked for and is taken", async () => {
    const owner = await makeUser(rt, "Cia", "cia@taken.example");
    await create(owner, { name: "Taken", slug: "taken" });
    await expect(create(owner, { name: "Other", slug: "taken" })).rejects.toMatchObject({
      code: "CONFLICT",
      field: "slug",
    });
  });

  it("is invisible to another workspace", async () => {
    const one = await makeUser(rt, "Dag", "dag@one.example");
    const other = await makeUser(rt, "Eva", "eva@two.example");
    const first = await create(one, { name: "First of two" });
    const second = await create(other, { name: "Second of two" });

    await expect(asMember(rt, other, first.slug, async () => "in")).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const seen = await asMember(rt, other, second.slug, (ctx) =>
      ctx.db.select().from(workspaces).where(eq(workspaces.id, first.id)),
    );
    expect(seen).toEqual([]);
  });
});

describe("what is asked for", () => {
  it.each(["api", "sign-in", "A", "-x-", "a".repeat(41), "søren"])(
    "refuses the slug %s and says the way out",
    (slug) => {
      const parsed = CreateWorkspace.safeParse({ name: "Fjordline", slug });
      expect(parsed.error?.issues[0]).toMatchObject({ path: ["slug"] });
      expect(sayRefusal("en", parsed.error!.issues[0]!.message)).toMatch(/such as/);
    },
  );

  it("takes no field it does not know", () => {
    expect(CreateWorkspace.safeParse({ name: "Fjordline", key: "00000" }).success).toBe(false);
  });
});
