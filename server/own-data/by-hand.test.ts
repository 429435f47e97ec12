import { describe, expect, it } from "vitest";
import { testRuntime } from "#server/test/database.ts";
import { makeWorkspace } from "#server/test/factories.ts";
import { canary, makePerson } from "#server/test/person.ts";
import { eraseByHand } from "./erase-by-hand.ts";
import { gatherOwnData } from "./gather.ts";
import { gatherNotes } from "./gather-notes.ts";
import { listFiles, readFile } from "./list-files.ts";
import { pack } from "./pack.ts";
import { previewErasure } from "./preview-erasure.ts";

const rt = await testRuntime();

describe("erasing by hand", () => {
  it("says first how much goes and how much stays as numbers, and does so once whom was typed", async () => {
    const workspace = await makeWorkspace(rt, "Fjordline");
    const { contactId, email } = await makePerson(rt, workspace);
    const preview = () => workspace.run((ctx) => previewErasure(ctx, { contactId }));
    expect(await preview()).toEqual({
      goes: { comments: 1, messages: 2, notes: 1, files: 2, mailsOut: 5, mailsIn: 2, promises: 0, events: 1 },
      stays: { scores: 1, asks: 1, cases: 1 },
      waiting: 4,
    });
    const erase = (confirmation: string) =>
      workspace.run((ctx) => eraseByHand(ctx, { contactId, confirmation }));
    await expect(erase("Anna")).rejects.toMatchObject({ code: "INVALID", field: "confirmation" });
    await expect(erase("")).rejects.toMatchObject({ code: "INVALID" });
    await erase(` ${email.toUpperCase()} `);
    await expect(preview()).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(erase(email)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("reaches nobody in another workspace", async () => {
    const { contactId, email } = await makePerson(rt, await makeWorkspace(rt, "Nordlys"));
    const elsewhere = await makeWorkspace(rt, "Havn");
    await expect(elsewhere.run((ctx) => previewErasure(ctx, { contactId }))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(
      elsewhere.run((ctx) => eraseByHand(ctx, { contactId, confirmation: email })),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await elsewhere.run((ctx) => listFiles(ctx, contactId))).toEqual([]);
    expect(await elsewhere.run((ctx) => gatherNotes(ctx, contactId))).toEqual([]);
  });
});

describe("the archive about a person", () => {
  it("has everything as JSON, a CSV for each list, notes of colleagues, files and mails as they came", async () => {
    const workspace = await makeWorkspace(rt, "Vik");
    const { contactId, email } = await makePerson(rt, workspace);
    const { whole, files } = await workspace.run(async (ctx) => ({
      whole: {
        about: { company: "Vik" },
        data: await gatherOwnData(ctx, contactId),
        notes: await gatherNotes(ctx, contactId),
      },
      files: await listFiles(ctx, contactId),
    }));
    const read = (file: (typeof files)[number]) => workspace.run((ctx) => readFile(ctx, file));
    const packed: Record<string, string> = {};
    for await (const { name, input } of pack(whole, files, read, rt.clock())) {
      let text = "";
      if (typeof input === "string") text = input;
      else if (input instanceof Uint8Array) text = Buffer.from(input).toString();
      else for await (const piece of input) text += piece;
      packed[name] = text;
    }
    expect(Object.keys(packed).sort()).toEqual([
      ...["csv/answers.csv", "csv/dialogue.csv", "csv/events.csv", "csv/grounds.csv", "csv/mails.csv"],
      ...["csv/notes.csv", "csv/person.csv", "csv/questions.csv", "csv/solved.csv", "csv/stops.csv"],
      ...["data.json", `files/003 ${canary}.txt`, "mails/001 mail.eml", "mails/002 mail.eml"],
    ]);
    expect(JSON.parse(packed["data.json"]!)).toMatchObject({
      company: "Vik",
      person: { email },
      grounds: [{ ground: "consent", source: `Form of ${canary}` }],
      notes: expect.arrayContaining([
        expect.objectContaining({ kind: "note", text: `Note ${canary}`, writtenBy: null }),
        expect.objectContaining({ kind: "outcome", text: `Called ${canary}` }),
      ]),
    });
    expect(packed["csv/person.csv"]).toContain(email);
    expect(packed["csv/answers.csv"]).toContain(`Late ${canary}`);
    expect(packed[`files/003 ${canary}.txt`]).toBe(`File of ${canary}`);
    expect(packed["mails/002 mail.eml"]).toContain(`From: ${email}`);
  });
});
