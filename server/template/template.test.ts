import { expect, it } from "vitest";
import { sendReply } from "#server/case/send-reply.ts";
import { makeOpenCase } from "#server/test/closed-case.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { endTemplate } from "./end.ts";
import { listTemplates } from "./queries.ts";
import { fillIn } from "./rules.ts";
import { saveTemplate } from "./save.ts";
import { SaveTemplate } from "./schema.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");

const thanks = {
  name: "Thanks",
  locale: "en",
  text: "Dear {{first_name}}, thank you for telling us.",
} as const;
const save = (over: Partial<SaveTemplate> = {}, at: TestWorkspace = fjordline) =>
  at.run((ctx) => saveTemplate(ctx, { ...thanks, ...over }));
const names = (at: TestWorkspace = fjordline) =>
  at.run(async (ctx) => (await listTemplates(ctx)).map(({ name, locale }) => `${name} ${locale}`));

it("is made, changed and ended; a name is taken once in each language", async () => {
  const { id } = await save();
  await save({ locale: "sv", text: "Hej {{first_name}}, tack för att du berättar." });
  await expect(save({ name: "THANKS" })).rejects.toMatchObject({ code: "INVALID", field: "name" });
  await save({ id, name: "Thank you" });
  expect(await names()).toEqual(["Thank you en", "Thanks sv"]);
  await fjordline.run((ctx) => endTemplate(ctx, { id }));
  expect(await names()).toEqual(["Thanks sv"]);
  await expect(save({ id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await save();
  expect(await names()).toEqual(["Thanks en", "Thanks sv"]);
});

it("asks for nothing that is not known", () => {
  const { error } = SaveTemplate.safeParse({ ...thanks, text: "Your {{shoe_size}}" });
  expect(error?.issues[0]).toMatchObject({ path: ["text"] });
  expect(error?.issues[0]?.message).toContain("{{shoe_size}}");
});

it("does not go out unfilled, nor without a sentence of one's own", async () => {
  const { caseId } = await makeOpenCase(rt, nordlys);
  await save({}, nordlys);
  const send = (text: string) => nordlys.run((ctx) => sendReply(ctx, { caseId, text, seen: null }));
  await expect(send(thanks.text)).rejects.toMatchObject({ field: "text" });
  const filled = fillIn(thanks.text, { first_name: "Anna" });
  await expect(send(filled)).rejects.toThrow("a sentence of your own");
  expect(await send(`${filled} The crates leave today.`)).toMatchObject({ sent: true });
});

it("another workspace sees, changes and ends nothing of it", async () => {
  const { id } = await save({ name: "Ours" });
  expect(await names(nordlys)).not.toContain("Ours en");
  await expect(save({ id }, nordlys)).rejects.toMatchObject({ code: "INVALID" });
  await expect(save({ id, name: "Theirs" }, nordlys)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(nordlys.run((ctx) => endTemplate(ctx, { id }))).rejects.toMatchObject({ code: "NOT_FOUND" });
});
