import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import nodemailer from "nodemailer";
import { afterAll, describe, expect, it } from "vitest";
import { inboundMails, suppressions } from "#db/schema/index.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeInvitation, makeWorkspace } from "#server/test/factories.ts";
import type { TokenPurpose } from "#server/token/codec.ts";
import { startInboundSmtp } from "./inbound.ts";

const rt = await testRuntime();
const workspace = await makeWorkspace(rt, "Fjordline");
Object.assign(rt.env, { MAIL_IN_PORT: 20_000 + Math.floor(Math.random() * 20_000) });
const server = await startInboundSmtp(rt);
const mailer = nodemailer.createTransport({ host: "127.0.0.1", port: rt.env.MAIL_IN_PORT, ignoreTLS: true });
afterAll(async () => {
  mailer.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

const addressFor = (purpose: TokenPurpose, prefix: string, token: string) => {
  const sealed = rt.tokens.sealForAddress(purpose, rt.tokens.open("answer", token)!);
  return `${prefix}+${sealed}@reply.svar.test`;
};
const write = (to: string, from: string) =>
  mailer.sendMail({ envelope: { from, to }, from: "bo@kund.example", to, subject: "unsubscribe", text: "" });
const stops = () => workspace.run((ctx) => ctx.db.select().from(suppressions));

describe("a mail to the address for opting out", () => {
  it("stops surveys to whom the mail with that address went, before it is acknowledged", async () => {
    const { token } = await makeInvitation(rt, workspace);
    await write(addressFor("opt-out-address", "u", token), "bo@kund.example");
    expect(await stops()).toMatchObject([{ reason: "opted_out", until: null }]);
    expect(await workspace.run((ctx) => ctx.db.$count(inboundMails))).toBe(0);
  });

  it("stops nobody when it is a machine's report, or when the address was made for something else", async () => {
    const before = (await stops()).length;
    const { token } = await makeInvitation(rt, workspace);
    await write(addressFor("opt-out-address", "u", token), "");
    for (const [purpose, prefix] of [
      ["bounce-address", "u"],
      ["opt-out-address", "case"],
    ] as const) {
      await expect(write(addressFor(purpose, prefix, token), "bo@kund.example")).rejects.toThrow("5.1.1");
    }
    expect((await stops()).length).toBe(before);
  });
});

it("a reply to a mail that asked is kept before it is acknowledged, and read as a task", async () => {
  const { token } = await makeInvitation(rt, workspace);
  await write(addressFor("reply-address", "r", token), "bo@kund.example");
  const kept = await workspace.run((ctx) => ctx.db.select().from(inboundMails));
  expect(kept).toMatchObject([{ purpose: "reply", targetNumber: rt.tokens.open("answer", token)!.number }]);
  const tasks = await rt.connection.sql<
    { name: string }[]
  >`SELECT name FROM pgboss.job WHERE name = 'reply.receive'`;
  expect(tasks.length).toBeGreaterThan(0);
});

it("the server greets, and takes nothing for others' domains", async () => {
  await expect(write("bo@elsewhere.example", "bo@kund.example")).rejects.toThrow("5.7.1");
  const socket = connect({ host: "127.0.0.1", port: rt.env.MAIL_IN_PORT });
  const greeting = await Promise.race([
    new Promise<string>((resolve) => socket.once("data", (data) => resolve(String(data)))),
    sleep(3000, "nothing"),
  ]);
  socket.destroy();
  expect(greeting).toMatch(/^220 /);
});
