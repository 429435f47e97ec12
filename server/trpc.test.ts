import { TRPCError } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { surveys } from "#db/schema/index.ts";
import { notFound } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeMember, makeSurvey, makeWorkspace } from "#server/test/factories.ts";
import { createCallerFactory, memberProcedure, router } from "./trpc.ts";

const rt = await testRuntime();
const live = () => Promise.reject(new Error("nobody listens"));

const things = router({
  make: memberProcedure("agent")
    .input(
      z.object({
        name: z.string().min(3, refusal("surveyName")),
        end: z.enum(["stay", "refuse", "break", "keep"]),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      await makeSurvey(ctx.svar, { name: input.name });
      if (input.end === "refuse") throw notFound("tag");
      if (input.end === "keep") await ctx.svar.db.execute(sql`SELECT ${JSON.stringify(input)}::jsonb`);
      if (input.end === "break") throw new Error("a secret of ours");
      return input.name;
    }),
  look: memberProcedure("viewer").query(({ ctx }) => makeSurvey(ctx.svar, { name: "By a query" })),
});

const callAs = (user: { id: string; name: string; email: string } | null) =>
  createCallerFactory(things)({ rt, user: user && { ...user, sessionId: "s" }, live });

describe("a procedure for members", () => {
  it.each([
    ["UNAUTHORIZED", "nobody is signed in", null, {}],
    ["NOT_FOUND", "the workspace is another's", "stranger", {}],
    ["FORBIDDEN", "the role is too low", "viewer", {}],
    ["BAD_REQUEST", "the input is wrong", "owner", { name: "x" }],
    ["BAD_REQUEST", "a text has a character that no text can have", "owner", { name: "Fjord\u0000" }],
    ["BAD_REQUEST", "half a character is to be kept as JSON", "owner", { name: "Fjord \ud83c", end: "keep" }],
    ["NOT_FOUND", "the verb says so", "owner", { end: "refuse" }],
    ["INTERNAL_SERVER_ERROR", "the fault is ours", "owner", { end: "break" }],
  ] as const)("answers %s when %s, and keeps nothing", async (code, _, who, wrong) => {
    const workspace = await makeWorkspace(rt);
    const stranger = (await makeWorkspace(rt, "Nordlys")).owner;
    const viewer = await makeMember(rt, workspace, "viewer", "Vera Holm");
    const people = { owner: workspace.owner, stranger, viewer };
    const call = callAs(who && people[who]).make({
      workspace: workspace.slug,
      name: "A thing",
      end: "stay",
      ...wrong,
    });
    const error = await call.catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(TRPCError);
    expect(error).toMatchObject({ code });
    expect(await workspace.run((ctx) => ctx.db.select().from(surveys))).toEqual([]);
  });

  it("writes nothing where it only reads: the database refuses", async () => {
    const workspace = await makeWorkspace(rt);
    const call = callAs(workspace.owner).look({ workspace: workspace.slug });
    await expect(call).rejects.toMatchObject({ code: "INTERNAL_SERVER_ERROR" });
    expect(await workspace.run((ctx) => ctx.db.select().from(surveys))).toEqual([]);
  });

  it("keeps what it did when all went well", async () => {
    const workspace = await makeWorkspace(rt);
    const agent = await makeMember(rt, workspace, "agent", "Arne Lie");
    await callAs(agent).make({ workspace: workspace.slug, name: "A thing", end: "stay" });
    expect(await workspace.run((ctx) => ctx.db.select().from(surveys))).toHaveLength(1);
  });
});

describe("what a procedure refuses", () => {
  const answered = async (input: object, user: Awaited<ReturnType<typeof makeWorkspace>>["owner"]) => {
    const response = await fetchRequestHandler({
      endpoint: "/api/trpc",
      req: new Request("http://svar.test/api/trpc/make", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(input),
      }),
      router: things,
      createContext: () => ({ rt, user: { ...user, sessionId: "s" }, live }),
    });
    const { error } = (await response.json()) as { error: { message: string; data: object } };
    return error;
  };

  it.each([
    [{ end: "refuse" }, "There is no such tag here. It may have been removed.", {}],
    [{ end: "break" }, "Something went wrong on our side. Try again in a moment.", {}],
    [
      { name: "x" },
      "Give the survey a name, so that you find it again.",
      { fields: [{ path: "name", message: "Give the survey a name, so that you find it again." }] },
    ],
    [{ name: undefined }, "Fill this in.", { fields: [{ path: "name", message: "Fill this in." }] }],
  ])("is said in words at the door: %o", async (wrong, message, data) => {
    const workspace = await makeWorkspace(rt);
    const input = { workspace: workspace.slug, name: "A thing", end: "stay", ...wrong };
    expect(await answered(input, workspace.owner)).toMatchObject({ message, data });
  });
});
