import fc from "fast-check";
import { expect, it } from "vitest";
import { caseDrafts } from "#db/schema/index.ts";
import { addNote } from "#server/case/add-note.ts";
import { sendReply } from "#server/case/send-reply.ts";
import { makeOpenCase } from "#server/test/closed-case.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeMember, makeWorkspace } from "#server/test/factories.ts";
import { removeMember } from "#server/workspace/remove-member.ts";
import { findDraft } from "./queries.ts";
import { saveDraft } from "./save.ts";
import type { SaveDraft } from "./schema.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");
const bo = await makeMember(rt, fjordline, "agent", "Bo Friis");
const ida = await makeMember(rt, fjordline, "agent", "Ida Holm");

async function inCase() {
  const { caseId } = await makeOpenCase(rt, fjordline);
  const save = (text: string, over: Partial<SaveDraft> = {}, by = bo) =>
    fjordline.run(
      (ctx) => saveDraft(ctx, { caseId, kind: "reply", text, seen: null, known: null, tab: "desk", ...over }),
      by,
    );
  const find = (by = bo) => fjordline.run((ctx) => findDraft(ctx, { caseId }), by);
  return { caseId, save, find };
}

it("is there on every device of its writer, and nobody else's", async () => {
  const { save, find } = await inCase();
  await save("Dear Anna");
  await save("Dear Anna, sorry");
  expect(await find()).toMatchObject({ kind: "reply", text: "Dear Anna, sorry" });
  expect(await find(ida)).toBeNull();
  expect(await save("", {})).toEqual({ saved: true, revision: null });
  expect(await find()).toBeNull();
});

it("is not written over by a tab that has not seen it, nor ended by one", async () => {
  const { save, find } = await inCase();
  await save("From the desk");
  expect(await save("From the phone", { tab: "phone" })).toMatchObject({
    saved: false,
    draft: { text: "From the desk" },
  });
  expect(await save("", { tab: "phone" })).toMatchObject({ saved: false });
  const { revision } = (await find())!;
  expect(await save("From the phone", { tab: "phone", known: revision })).toMatchObject({ saved: true });
  expect(await save("More at the desk", { known: revision })).toMatchObject({
    saved: false,
    draft: { text: "From the phone" },
  });
});

it("is saved again without harm when the answer was lost, also in two requests at once", async () => {
  const { save, find } = await inCase();
  await Promise.all([save("A"), save("A"), save("A")]);
  await save("A and B");
  expect((await find())?.text).toBe("A and B");
});

it("holds the words of the last one who knew what was there, whatever two devices do", async () => {
  const step = fc.record({
    tab: fc.constantFrom("desk", "phone"),
    text: fc.string({ maxLength: 8 }),
    looks: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      const { save, find } = await inCase();
      const known: Record<string, string | null> = { desk: null, phone: null };
      let expected = "";
      for (const { tab, text, looks } of steps) {
        if (looks) known[tab] = (await find())?.revision ?? null;
        const answer = await save(text, { tab, known: known[tab]! });
        if (answer.saved) {
          known[tab] = answer.revision;
          expected = text.trim() === "" ? "" : text;
        }
        expect((await find())?.text ?? "").toBe(expected);
      }
    }),
    { numRuns: 20 },
  );
});

it("ends when it is sent or added", async () => {
  const { caseId, save, find } = await inCase();
  await save("Dear Anna");
  await fjordline.run((ctx) => sendReply(ctx, { caseId, text: "Dear Anna", seen: null }), bo);
  expect(await find()).toBeNull();
  await save("A note", { kind: "note" });
  await fjordline.run((ctx) => addNote(ctx, { caseId, text: "A note" }), bo);
  expect(await find()).toBeNull();
});

it("goes with its writer when they leave the workspace", async () => {
  const { save } = await inCase();
  const jon = await makeMember(rt, fjordline, "agent", "Jon Vik");
  await save("Mine", {}, jon);
  await fjordline.run((ctx) => removeMember(ctx, { userId: jon.id }));
  const left = await fjordline.run((ctx) => ctx.db.select().from(caseDrafts));
  expect(left.filter(({ memberId }) => memberId === jon.id)).toEqual([]);
});

it("another workspace sees and saves nothing of it", async () => {
  const { caseId, save } = await inCase();
  await save("Dear Anna");
  expect(await nordlys.run((ctx) => findDraft(ctx, { caseId }))).toBeNull();
  const input = { caseId, kind: "reply" as const, text: "x", seen: null, known: null, tab: "t" };
  await expect(nordlys.run((ctx) => saveDraft(ctx, input))).rejects.toMatchObject({ code: "NOT_FOUND" });
});
