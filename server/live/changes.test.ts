import { expect, it } from "vitest";
import { contacts, responses } from "#db/schema/index.ts";
import { atTheDoor } from "#server/context.ts";
import { withTokenAtOnce } from "#server/entry.ts";
import { recordResponse } from "#server/response/record.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeContact, makeInvitation, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { changesSince, forgetChanges, positionNow, readChanges } from "./changes.ts";

const rt = await testRuntime();
const { db, sql } = rt.connection;

const now = () => positionNow(db);
const since = async (workspace: TestWorkspace, position: string) => {
  const one = { workspaceId: workspace.id, position };
  const [change] = (await atTheDoor(db, (tx) => readChanges(tx, [one]))).changed;
  return change === "resync" ? change : change!.kinds;
};
const answer = (token: string, score: number) =>
  withTokenAtOnce(rt, "answer", token, (at, invitationNumber) =>
    recordResponse(at, { invitationNumber, score, comment: "" }),
  );

it("tells what a verb and an answer changed after a position, and nothing before it", async () => {
  const workspace = await makeWorkspace(rt);
  const { token } = await makeInvitation(rt, workspace);
  const first = await now();
  await answer(token, 9);
  const second = await now();
  await workspace.run(async (ctx) => {
    ctx.nudge("contacts");
    ctx.nudge("cases", "1");
    ctx.nudge("outbox");
  });
  expect(await since(workspace, first)).toEqual(["cases", "contacts", "responses"]);
  expect(await since(workspace, second)).toEqual(["cases", "contacts"]);
  expect(await since(workspace, await now())).toEqual([]);
});

it("tells of a changed answer, of one that was deleted, and of nothing that was taken back", async () => {
  const workspace = await makeWorkspace(rt);
  const { token } = await makeInvitation(rt, workspace);
  await answer(token, 9);
  let at = await now();
  await answer(token, 3);
  expect(await since(workspace, at)).toEqual(["responses"]);
  at = await now();
  await workspace.run((ctx) => ctx.db.delete(responses));
  expect(await since(workspace, at)).toEqual(["responses"]);
  at = await now();
  const failing = workspace.run(async (ctx) => {
    ctx.nudge("cases");
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect(await since(workspace, at)).toEqual([]);
});

it("tells of a change that was begun before the position and is kept after it, and not twice of one that is kept before", async () => {
  const workspace = await makeWorkspace(rt);
  let before = "";
  let between = "";
  await workspace.run(async (ctx) => {
    await makeContact(rt, ctx, "Anna Lindqvist");
    ctx.nudge("contacts");
    await workspace.run(async (later) => later.nudge("cases"));
    before = await now();
    between = before;
  });
  expect(await ofContacts(workspace)).toBe(1);
  expect(await since(workspace, before)).toEqual(["contacts"]);
  await workspace.run(async (ctx) => ctx.nudge("domains"));
  expect(await since(workspace, between)).toEqual(["contacts", "domains"]);
});

it("says nothing of another workspace", async () => {
  const [workspace, other] = [await makeWorkspace(rt), await makeWorkspace(rt, "Nordlys")];
  const at = await now();
  await other.run(async (ctx) => ctx.nudge("cases"));
  expect(await since(workspace, at)).toEqual([]);
  expect((await workspace.run((ctx) => changesSince(ctx, at))).changed).toEqual([]);
  expect((await other.run((ctx) => changesSince(ctx, at))).changed).toEqual(["cases"]);
  const rows = await workspace.run((ctx) =>
    ctx.db.execute("SELECT 1 FROM live_changes WHERE at > now() - interval '1 s'"),
  );
  expect(rows).toHaveLength(0);
});

it.each(["", "made up", "1.2.3:9:9", `1.${Date.now()}.3:9:`])(
  "does not know what changed since %j, and says so",
  async (position) => {
    const workspace = await makeWorkspace(rt);
    expect((await workspace.run((ctx) => changesSince(ctx, position))).changed).toBe("resync");
  },
);

it("keeps what changed for a quarter of an hour, of every workspace, and then forgets it", async () => {
  const workspace = await makeWorkspace(rt);
  await workspace.run(async (ctx) => ctx.nudge("cases"));
  const count = async () =>
    Number((await atTheDoor(db, (tx) => tx.execute("SELECT 1 FROM live_changes"))).length);
  const kept = await count();
  expect(kept).toBeGreaterThan(0);
  await atTheDoor(db, forgetChanges);
  expect(await count()).toBe(kept);
  await sql.begin(async (tx) => {
    await tx`SELECT set_config('role', 'svar_app', true), set_config('app.workspace_id', ${workspace.id}, true)`;
    await tx`UPDATE live_changes SET at = now() - interval '15 minutes 1 second'`;
  });
  await atTheDoor(db, forgetChanges);
  expect(await count()).toBe(kept - 1);
});

const ofContacts = (workspace: TestWorkspace) =>
  workspace.run(async (ctx) => (await ctx.db.select().from(contacts)).length);
