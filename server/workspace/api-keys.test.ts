import { describe, expect, it } from "vitest";
import { apiKeys } from "#db/schema/index.ts";
import { withApiKey } from "#server/entry.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeWorkspace } from "#server/test/factories.ts";
import { newApiKey } from "#server/token/api-key.ts";
import { createApiKey } from "./create-api-key.ts";
import { listApiKeys } from "./queries.ts";
import { revokeApiKey } from "./revoke-api-key.ts";

const rt = await testRuntime();
const workspaceBehind = (key: string) => withApiKey(rt, key, async (ctx) => ctx.workspaceId);

describe("an API key", () => {
  it("opens its workspace, is kept as a hash only and shows its last four characters", async () => {
    const fjordline = await makeWorkspace(rt);
    const made = await fjordline.run((ctx) => createApiKey(ctx, { name: "CRM" }));
    expect(made.key).toMatch(/^svar_live_[0-9A-Za-z]{32,}$/);
    expect(await workspaceBehind(made.key)).toBe(fjordline.id);

    const [row] = await fjordline.run(listApiKeys);
    expect(row).toMatchObject({
      name: "CRM",
      lastFour: made.key.slice(-4),
      createdBy: "Maja Berg",
      lastUsedAt: testNow,
      revokedAt: null,
    });
    const stored = await fjordline.run((ctx) => ctx.db.select().from(apiKeys));
    expect(JSON.stringify(stored)).not.toContain(made.key.slice(15, 30));
  });

  it("is refused after it was revoked, and keeps the first moment of that", async () => {
    const fjordline = await makeWorkspace(rt);
    const { id, key } = await fjordline.run((ctx) => createApiKey(ctx, { name: "CRM" }));
    await fjordline.run((ctx) => revokeApiKey(ctx, { id }));
    rt.setNow(new Date(testNow.getTime() + 60_000));
    await fjordline.run((ctx) => revokeApiKey(ctx, { id }));
    rt.setNow(testNow);

    await expect(workspaceBehind(key)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    expect(await fjordline.run(listApiKeys)).toMatchObject([{ id, revokedAt: testNow }]);
  });

  it("is refused when it was never made, even with a workspace that exists and a right checksum", async () => {
    const fjordline = await makeWorkspace(rt);
    const nordlys = await makeWorkspace(rt, "Nordlys");
    const { key } = await fjordline.run((ctx) => createApiKey(ctx, { name: "CRM" }));

    for (const wrong of ["", "Bearer", key.slice(0, -1), newApiKey(fjordline.key), newApiKey(nordlys.key)]) {
      await expect(workspaceBehind(wrong)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    }
  });

  it("cannot be seen or revoked from another workspace", async () => {
    const fjordline = await makeWorkspace(rt);
    const nordlys = await makeWorkspace(rt, "Nordlys");
    const { id, key } = await fjordline.run((ctx) => createApiKey(ctx, { name: "CRM" }));
    await expect(nordlys.run((ctx) => revokeApiKey(ctx, { id }))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await nordlys.run(listApiKeys)).toEqual([]);
    expect(await workspaceBehind(key)).toBe(fjordline.id);
  });
});
