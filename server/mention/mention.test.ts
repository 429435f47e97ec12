import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { outboundMails, users, workspaces } from "#db/schema/index.ts";
import { addNote } from "#server/case/add-note.ts";
import { makeOpenCase } from "#server/test/closed-case.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeMember, makeWorkspace } from "#server/test/factories.ts";
import { findLanguage } from "#server/workspace/find-language.ts";
import { removeMember } from "#server/workspace/remove-member.ts";
import { renderMention } from "./render.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");
const bo = await makeMember(rt, fjordline, "agent", "Bo Friis");
const ida = await makeMember(rt, fjordline, "agent", "Ida Holm");
await makeMember(rt, nordlys, "agent", "Jon Vik");

/** Writes a note as Bo; returns the mails about it. */
async function noted(text: string) {
  const { caseId } = await makeOpenCase(rt, fjordline);
  await fjordline.run((ctx) => addNote(ctx, { caseId, text }), bo);
  return fjordline.run((ctx) =>
    ctx.db
      .select()
      .from(outboundMails)
      .where(and(eq(outboundMails.caseId, caseId), eq(outboundMails.kind, "case_mention"))),
  );
}

it("tells each mentioned colleague once, with the note, and not its writer", async () => {
  const mails = await noted("@Ida can you call? @Ida Holm knows the warehouse. Greetings, @Bo");
  expect(mails.map(({ toAddress }) => toAddress)).toEqual([ida.email]);
  const { subject, text } = await fjordline.run((ctx) => renderMention(ctx, mails[0]!));
  expect(subject).toMatch(/^Bo Friis mentions you in a note: Anna Lindqvist/);
  expect(text).toContain("@Ida can you call?");
});

it("is written in the language of whoever is mentioned, or else in the workspace's", async () => {
  const aino = await makeMember(rt, fjordline, "agent", "Aino Laine");
  const vik = await makeMember(rt, fjordline, "agent", "Vik Berg");
  await rt.connection.db.update(users).set({ locale: "fi" }).where(eq(users.id, aino.id));
  await fjordline.run((ctx) => ctx.db.update(workspaces).set({ locale: "da" }));
  const mails = await noted("@Aino and @Vik, look");
  const subjects = await Promise.all(
    mails.map(async (mail) => {
      const { subject } = await fjordline.run((ctx) => renderMention(ctx, mail));
      return [mail.toAddress, subject.split(":")[0]];
    }),
  );
  expect(Object.fromEntries(subjects)).toEqual({
    [aino.email]: "Bo Friis mainitsee sinut muistiinpanossa",
    [vik.email]: "Bo Friis nævner dig i en note",
  });
  const elsewhere = (address: string) => nordlys.run((ctx) => findLanguage(ctx, address));
  expect(await elsewhere(aino.email)).toBe("en");
  expect(await fjordline.run((ctx) => findLanguage(ctx, aino.email.toUpperCase()))).toBe("fi");
  await fjordline.run((ctx) => ctx.db.update(workspaces).set({ locale: "en" }));
});

it("tells nobody of another workspace, nor whoever has left", async () => {
  expect(await noted("@Jon Vik, look at this")).toEqual([]);
  const una = await makeMember(rt, fjordline, "agent", "Una Moe");
  const [mail] = await noted("@Una please");
  await fjordline.run((ctx) => removeMember(ctx, { userId: una.id }));
  await expect(fjordline.run((ctx) => renderMention(ctx, mail!))).rejects.toThrow("works here no longer");
});
