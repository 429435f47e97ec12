import { describe, expect, it } from "vitest";
import { parseMail } from "./parse.ts";
import { classifyApart, mailReader, readApart } from "./read-apart.ts";

const raw = (...lines: string[]) => Buffer.from(lines.join("\r\n"));
const ordinary = raw(
  "From: Anna <anna@customer.example>",
  "Subject: Re: Hello",
  "Message-ID: <1@customer.example>",
  "Content-Type: multipart/mixed; boundary=b",
  "",
  "--b",
  "Content-Type: text/plain; charset=utf-8",
  "",
  "Tack så mycket!",
  "--b",
  'Content-Disposition: attachment; filename="list.csv"',
  "",
  "a;b",
  "--b--",
);
const huge = raw("From: anna@customer.example", "", "word ".repeat(4_000_000));
/** What made a whole worker end while it was read in a thread. */
const inLines = raw("From: anna@customer.example", "", "0123456789 abcdef\r\n".repeat(1_200_000));
const inParts = raw(
  "From: anna@customer.example",
  "Content-Type: multipart/mixed; boundary=b",
  "",
  "--b\r\n\r\npart\r\n".repeat(200_000),
  "--b--",
);

describe("a mail that is read in a process of its own", () => {
  it("is what it is when it is read here, its files too", async () => {
    const [apart, here] = await Promise.all([
      readApart([ordinary], "anna@customer.example"),
      parseMail(ordinary, "anna@customer.example"),
    ]);
    expect({ ...apart, files: apart.files.map((file) => ({ ...file, content: [...file.content] })) }).toEqual(
      {
        ...here,
        files: here.files.map((file) => ({ ...file, content: [...file.content] })),
      },
    );
    expect(apart.text).toBe("Tack så mycket!");
    expect((await classifyApart([ordinary])).kind).toBe("human_reply");
  });

  it("is given up when it takes too long", async () => {
    const read = mailReader({ mostMs: 5, mostMegabytes: 256 });
    expect(await read([huge], "anna@customer.example")).toBeNull();
  });

  it("is given up when it needs too much memory, and the next one is read", async () => {
    const read = mailReader({ mostMs: 60_000, mostMegabytes: 32 });
    expect(await read([inParts], "anna@customer.example")).toBeNull();
    expect(await read([inLines], "anna@customer.example")).toBeNull();
    const next = await read([ordinary], "anna@customer.example");
    expect(next).toMatchObject({ text: "Tack så mycket!" });
  });

  it("does not hold up what else the process does", async () => {
    let ticks = 0;
    const ticking = setInterval(() => ticks++, 5);
    await readApart([huge], "anna@customer.example");
    clearInterval(ticking);
    expect(ticks).toBeGreaterThan(3);
  });
});
