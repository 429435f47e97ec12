import { describe, expect, it } from "vitest";
import { noteCase } from "#server/case/note-case.ts";
import { causeNamed } from "#server/test/causes.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeContact, makeMember, makeWorkspace } from "#server/test/factories.ts";
import { createApiKey } from "#server/workspace/create-api-key.ts";
import { createApi } from "./app.ts";

const rt = await testRuntime();
const api = createApi(rt);
const nowhere = "019abf3e-5f0a-7cc1-9f6b-6f6f2d1f7a10";

/** A workspace, a program that has a key to it, and what it may ask. */
async function makeProgram(name: string) {
  const workspace = await makeWorkspace(rt, name);
  const { key } = await workspace.run((ctx) => createApiKey(ctx, { name: "test" }));
  const send = async (method: "GET" | "POST", path: string, body?: unknown) => {
    const answer = await api.request(`/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, ...(body ? { "content-type": "application/json" } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    rt.setNow(new Date(rt.clock().getTime() + 1000));
    return { status: answer.status, body: await answer.json() };
  };
  const get = (path: string) => send("GET", path);
  const post = (path: string, body?: unknown) => send("POST", path, body);
  return { workspace, get, post };
}

const { workspace, get, post } = await makeProgram("Fjordline");
const stranger = await makeProgram("Nordlys");
const bo = await makeMember(rt, workspace, "agent", "Bo Friis");

let customers = 0;

/** Two cases of one customer. */
const opened = () =>
  workspace.run(async (ctx) => {
    const contact = await makeContact(rt, ctx, `Customer ${++customers}`);
    const note = () => noteCase(ctx, { contactId: contact.id, cameBy: "phone", said: "Late again." });
    return [(await note()).id, (await note()).id] as const;
  });

describe("promises by the API", () => {
  it("are noted, listed, moved, kept, opened again and withdrawn, and hold their case open", async () => {
    const [caseId] = await opened();
    const noted = await post(`/cases/${caseId}/promises`, {
      ...{ text: "I will call on Friday.", dueOn: "2026-11-27", ownerId: bo.id },
    });
    expect(noted).toMatchObject({ status: 201, body: { state: "open" } });
    const { id } = noted.body;
    expect((await get(`/cases/${caseId}/promises`)).body.data).toEqual([
      {
        ...{ id, text: "I will call on Friday.", dueOn: "2026-11-27", ownerId: bo.id, state: "open" },
        ...{ madeAt: expect.stringContaining("2026-11-23T09:"), endedAt: null, changes: [] },
      },
    ]);
    const causeId = await workspace.run((ctx) => causeNamed(ctx));
    const closing = { causeId, outcome: "Called" };
    expect(await post(`/cases/${caseId}/close`, closing)).toMatchObject({ status: 409 });

    const moved = await post(`/promises/${id}/move`, { dueOn: "2026-11-30", reason: "Bo is ill" });
    expect(moved).toEqual({ status: 200, body: { id, state: "open" } });
    expect(await post(`/promises/${id}/keep`)).toEqual({ status: 200, body: { id, state: "kept" } });
    expect(await post(`/promises/${id}/keep`)).toMatchObject({ status: 409 });
    expect(await post(`/promises/${id}/reopen`)).toEqual({ status: 200, body: { id, state: "open" } });
    const withdrawn = await post(`/promises/${id}/withdraw`, { reason: "She called herself" });
    expect(withdrawn).toEqual({ status: 200, body: { id, state: "withdrawn" } });
    const [promise] = (await get(`/cases/${caseId}/promises`)).body.data;
    expect(promise).toMatchObject({ dueOn: "2026-11-30", ownerId: bo.id, state: "withdrawn" });
    expect(promise.changes.map((one: { kind: string; reason: string }) => [one.kind, one.reason])).toEqual([
      ...[
        ["withdrawn", "She called herself"],
        ["undone", null],
        ["kept", null],
        ["moved", "Bo is ill"],
      ],
    ]);
    expect(await post(`/cases/${caseId}/close`, closing)).toMatchObject({ status: 200 });
  });

  it("are refused with the field and the way out", async () => {
    const [caseId] = await opened();
    const promise = { text: "I will call.", dueOn: "2026-11-27" };
    for (const [over, name, reason] of [
      [{ text: " " }, "text", "Write what was promised."],
      [{ dueOn: "Friday" }, "dueOn", "Write a day like 2026-12-04."],
      [{ dueOn: "2026-11-20" }, "dueOn", "That day is past. Choose today or a later one."],
      [{ ownerId: "nobody" }, "ownerId", "That person does not work in this workspace."],
      [{ colour: "red" }, "colour", "There is no such field."],
    ] as const)
      expect(await post(`/cases/${caseId}/promises`, { ...promise, ...over })).toMatchObject({
        status: 422,
        body: { invalid_params: [{ name, reason: expect.stringContaining(reason) }] },
      });
    const { body } = await post(`/cases/${caseId}/promises`, promise);
    for (const what of ["move", "withdraw"])
      expect(await post(`/promises/${body.id}/${what}`, {})).toMatchObject({ status: 422 });
    for (let n = 1; n < 20; n++) await post(`/cases/${caseId}/promises`, promise);
    expect(await post(`/cases/${caseId}/promises`, promise)).toMatchObject({ status: 429 });
  });
});

describe("a note by the API", () => {
  it("is in the case, said by nobody, and tells whom it mentions", async () => {
    const [caseId] = await opened();
    const noted = await post(`/cases/${caseId}/notes`, { text: "Order 4711 was late, @Bo Friis." });
    expect(noted).toMatchObject({ status: 201, body: { direction: "note" } });
    expect((await get(`/cases/${caseId}`)).body.messages).toMatchObject([
      { id: noted.body.id, direction: "note", text: "Order 4711 was late, @Bo Friis.", from: null },
    ]);
    const told = await workspace.run((ctx) =>
      ctx.db.query.outboundMails.findMany({ where: (mail, { eq }) => eq(mail.caseMessageId, noted.body.id) }),
    );
    expect(told).toMatchObject([{ kind: "case_mention", toAddress: bo.email }]);
    expect(await post(`/cases/${caseId}/notes`, { text: "" })).toMatchObject({
      ...{ status: 422, body: { invalid_params: [{ name: "text", reason: "Write the note first." }] } },
    });
  });
});

describe("merging by the API", () => {
  it("makes two cases of one customer one", async () => {
    const [one, into] = await opened();
    await post(`/cases/${one}/notes`, { text: "She called." });
    const merged = { id: one, state: "closed", mergedInto: into };
    expect(await post(`/cases/${one}/merge`, { intoId: into })).toEqual({ status: 200, body: merged });
    expect((await get(`/cases/${one}`)).body).toMatchObject(merged);
    expect((await get(`/cases/${into}`)).body.messages).toMatchObject([{ text: "She called." }]);
    expect(await post(`/cases/${one}/merge`, { intoId: into })).toMatchObject({ status: 409 });
  });

  it("is refused for another customer's case, and for none", async () => {
    const [[one], [others]] = [await opened(), await opened()];
    expect(await post(`/cases/${one}/merge`, { intoId: others })).toMatchObject({
      ...{ status: 422, body: { invalid_params: [{ name: "intoId" }] } },
    });
    expect(await post(`/cases/${one}/merge`, { intoId: nowhere })).toMatchObject({ status: 404 });
    expect(await post(`/cases/${one}/merge`, { intoId: "x" })).toMatchObject({ status: 422 });
  });
});

it("another workspace's key does nothing to these cases and promises, and sees none", async () => {
  const [one, into] = await opened();
  const { body } = await post(`/cases/${one}/promises`, { text: "I will call.", dueOn: "2026-11-27" });
  for (const { status } of [
    await stranger.get(`/cases/${one}/promises`),
    await stranger.post(`/cases/${one}/promises`, { text: "x", dueOn: "2026-11-27" }),
    await stranger.post(`/cases/${one}/notes`, { text: "x" }),
    await stranger.post(`/cases/${one}/merge`, { intoId: into }),
    await stranger.post(`/promises/${body.id}/keep`),
    await stranger.post(`/promises/${body.id}/reopen`),
    await stranger.post(`/promises/${body.id}/move`, { dueOn: "2026-11-30", reason: "x" }),
    await stranger.post(`/promises/${body.id}/withdraw`, { reason: "x" }),
  ])
    expect(status).toBe(404);
  expect((await get(`/cases/${one}/promises`)).body.data).toMatchObject([{ state: "open", changes: [] }]);
  expect((await get(`/cases/${one}`)).body).toMatchObject({ messages: [], mergedInto: null });
});
