import { describe, expect, it } from "vitest";
import { parseMail } from "./parse.ts";

const mail = (...lines: string[]) => Buffer.from(lines.join("\r\n"));
const read = (...lines: string[]) => parseMail(mail(...lines), "anna@customer.example");

/** `depth` multiparts, each in the one before. */
function nested(depth: number): string[] {
  const opening = Array.from({ length: depth }, (_, n) => [
    `Content-Type: multipart/mixed; boundary=b${n}`,
    "",
    `--b${n}`,
  ]);
  return [...opening.flat(), "Content-Type: text/plain", "", "Deep down"];
}

describe("a mail that came in", () => {
  it("has its words from its HTML when it has no others, and what it quotes apart", async () => {
    const { text, quoted, html } = await read(
      "From: Anna <anna@customer.example>",
      "Content-Type: text/html; charset=utf-8",
      "",
      `<div>Tack, det <b>blev</b> bra.</div><div class="gmail_quote">Den 23 nov skrev Bo:<blockquote>Hej!</blockquote></div>`,
    );
    expect(text).toBe("Tack, det blev bra.");
    expect(quoted).toContain("Hej!");
    expect(html).toContain("<b>");
  });

  it("keeps a mail within it as a file, and has no character that the database refuses", async () => {
    const { files, text } = await read(
      "From: anna@customer.example",
      "Content-Type: multipart/mixed; boundary=x",
      ...["", "--x", "Content-Type: text/plain", "", "See \u0000 below"],
      ...["--x", "Content-Type: message/rfc822", "", "Subject: Invoice", "", "Words of another", "--x--"],
    );
    expect(text).toBe("See  below");
    expect(files).toMatchObject([{ fileName: "file.eml", mediaType: "message/rfc822" }]);
  });

  it("names those it was addressed to, and what it answers", async () => {
    const { recipients, references } = await read(
      "From: anna@customer.example",
      "To: Bo <N+1abc.def@Reply.svar.test>, Team: ida@fjordline.example;",
      "In-Reply-To: <b@x>",
      "References: <a@x>",
      ...["", "Hi"],
    );
    expect(recipients).toEqual(["n+1abc.def@reply.svar.test", "ida@fjordline.example"]);
    expect(references).toEqual(["<a@x>", "<b@x>"]);
  });

  it.each([
    ["parts within parts without an end", () => nested(1_000)],
    ["headers without an end", () => Array.from({ length: 20_000 }, (_, n) => `X-${n}: ${"y".repeat(20)}`)],
  ])("with %s is kept by its beginning, as its envelope has it", async (_, lines) => {
    const found = await read("From: anna@customer.example", ...lines());
    expect(found).toMatchObject({ fromAddress: "anna@customer.example", automatic: false, files: [] });
    expect(found.text).toMatch(/^From: anna@customer\.example/);
  });

  it("may have two thousand parts", async () => {
    const parts = Array.from({ length: 2_000 }, (_, n) => [
      "--x",
      `Content-Disposition: attachment; filename=${n}.txt`,
      "",
      "y",
    ]);
    const { files } = await read(
      "From: a@b.example",
      "Content-Type: multipart/mixed; boundary=x",
      "",
      ...parts.flat(),
      "--x--",
    );
    expect(files).toHaveLength(2_000);
  });
});
