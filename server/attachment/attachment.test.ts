import fc from "fast-check";
import PostalMime from "postal-mime";
import { beforeEach, describe, expect, it } from "vitest";
import { getCase } from "#server/case/queries.ts";
import { sendReply } from "#server/case/send-reply.ts";
import { takeBackReply } from "#server/case/take-back-reply.ts";
import { composeMessage, type Message } from "#server/mail/compose.ts";
import { refusal } from "#server/refusal.ts";
import { makeOpenCase } from "#server/test/closed-case.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeMember, makeWorkspace } from "#server/test/factories.ts";
import { addAttachment } from "./add.ts";
import { filesOfReply, readAttachment } from "./queries.ts";
import { removeAttachment } from "./remove.ts";
import { leftOutOf, limits, problemOfReply, sizeInWords } from "./rules.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");
const bo = await makeMember(rt, fjordline, "agent", "Bo Friis");
const ida = await makeMember(rt, fjordline, "agent", "Ida Holm");
beforeEach(() => rt.setNow(testNow));

const file = (caseId: string, over: Partial<Parameters<typeof addAttachment>[1]> = {}) => ({
  ...{ caseId, fileName: "label.pdf", mediaType: "application/pdf", content: Buffer.from("PDF") },
  ...over,
});

describe("a file for a reply", () => {
  it("belongs to who writes it until it is sent, and then to the reply", async () => {
    const { caseId } = await makeOpenCase(rt, fjordline);
    const { id } = await fjordline.run((ctx) => addAttachment(ctx, file(caseId)), bo);
    const seen = async (by = bo) =>
      (await fjordline.run((ctx) => getCase(ctx, { caseId }), by)).attachments.map(
        ({ fileName, messageId }) => [fileName, messageId !== null],
      );
    expect(await seen()).toEqual([["label.pdf", false]]);
    expect(await seen(ida)).toEqual([]);
    const read = (by = ida) => fjordline.run((ctx) => readAttachment(ctx, { caseId, attachmentId: id }), by);
    await expect(read()).rejects.toMatchObject({ code: "NOT_FOUND" });

    rt.setNow(new Date(testNow.getTime() + 1000));
    const { events } = await fjordline.run((ctx) => getCase(ctx, { caseId }));
    const reply = { caseId, text: "With this", seen: events.at(-1)!.id };
    const sent = await fjordline.run((ctx) => sendReply(ctx, reply), bo);
    if (!sent.sent) throw new Error("not sent");
    expect(await seen(ida)).toEqual([["label.pdf", true]]);
    expect((await read()).fileName).toBe("label.pdf");
    expect(await fjordline.run((ctx) => filesOfReply(ctx, sent.id))).toMatchObject([
      { fileName: "label.pdf" },
    ]);

    await fjordline.run((ctx) => takeBackReply(ctx, { messageId: sent.id }), bo);
    expect(await seen()).toEqual([["label.pdf", false]]);
    expect(await seen(ida)).toEqual([]);
    await fjordline.run((ctx) => removeAttachment(ctx, { caseId, attachmentId: id }), ida);
    expect(await seen()).toHaveLength(1);
    await fjordline.run((ctx) => removeAttachment(ctx, { caseId, attachmentId: id }), bo);
    expect(await seen()).toEqual([]);
  });

  it("is refused in words when it is empty or a reply cannot carry it", async () => {
    const { caseId } = await makeOpenCase(rt, fjordline);
    const add = (bytes: number) =>
      fjordline.run((ctx) => addAttachment(ctx, file(caseId, { content: new Uint8Array(bytes) })), bo);
    await expect(add(0)).rejects.toMatchObject({ code: "INVALID", field: "file" });
    await expect(add(limits.bytesEach + 1)).rejects.toThrow("larger than 10 MB");
    await add(limits.bytesEach);
    await expect(add(limits.bytesEach)).rejects.toThrow("18 MB together");
  });

  it("is not put into another workspace's case", async () => {
    const { caseId } = await makeOpenCase(rt, fjordline);
    await expect(nordlys.run((ctx) => addAttachment(ctx, file(caseId)))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const { id } = await fjordline.run((ctx) => addAttachment(ctx, file(caseId)), bo);
    await nordlys.run((ctx) => removeAttachment(ctx, { caseId, attachmentId: id }));
    expect(await fjordline.run((ctx) => readAttachment(ctx, { caseId, attachmentId: id }), bo)).toBeTruthy();
  });
});

describe("the bounds", () => {
  it("keep twenty files of ten megabytes each", () => {
    const small = Array.from({ length: 22 }, () => ({ size: 1 }));
    expect(leftOutOf([{ size: limits.bytesEach + 1 }, ...small])).toEqual([
      "too_large",
      ...Array.from({ length: 20 }, () => null),
      ...["too_many", "too_many"],
    ]);
    expect(problemOfReply(Array.from({ length: 20 }, () => 1000))).toBeNull();
    expect(problemOfReply(Array.from({ length: 21 }, () => 1))).toBe(refusal("replyFiles", { most: 20 }));
  });

  it("are said as a person says them", () => {
    expect([740, 12_300, 999_499, 999_500, 3_400_000].map((size) => sizeInWords(size, "en"))).toEqual([
      ...["740 B", "12 kB", "999 kB", "1.0 MB", "3.4 MB"],
    ]);
    expect(sizeInWords(3_400_000, "fi")).toBe("3,4 MB");
  });
});

it("a mail brings its words and files over as they are, whatever their names", async () => {
  const files = fc.array(
    fc.record({
      fileName: fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }),
      content: fc.uint8Array({ maxLength: 500 }),
    }),
    { minLength: 1, maxLength: 4 },
  );
  const property = fc.asyncProperty(files, async (given) => {
    const mail = { id: "018f", messageId: "<018f@svar.example>", toAddress: "anna@customer.example" };
    const carried = given.map((one) => ({ ...one, mediaType: "application/pdf" }));
    const rendered = {
      fromName: "Bo",
      fromAddress: null,
      subject: "Re: x",
      html: "<p>Hej</p>",
      text: "Hej å",
      files: carried,
    };
    const parsed = await PostalMime.parse(
      bytesOf(composeMessage(mail, rendered, "svar@svar.example", new Date(0))),
    );
    expect(parsed.text?.trim()).toBe("Hej å");
    expect(parsed.html).toContain("<p>Hej</p>");
    expect(
      parsed.attachments.map(({ content }) => Buffer.from(content as ArrayBuffer).toString("hex")),
    ).toEqual(given.map(({ content }) => Buffer.from(content).toString("hex")));
    expect(parsed.attachments.every(({ disposition }) => disposition === "attachment")).toBe(true);
  });
  await fc.assert(property, { numRuns: 50 });
});

const bytesOf = ({ headers, body }: Message) =>
  Buffer.concat([Buffer.from(`${headers.join("\r\n")}\r\n\r\n`), body]);
