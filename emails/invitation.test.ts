import { describe, expect, it } from "vitest";
import { locales } from "#server/i18n/locales.ts";
import { textsFor } from "#server/survey/rules.ts";
import { fillInvitation, type InvitationInput, invitationTemplate } from "./invitation.tsx";
import { coloursThatAreNotHex, hrefsIn } from "./mail-checks.ts";

const token = "1abcde0000012kq3zj7x9w4v5t6y8r2s4";
const links = {
  answerUrl: `https://svar.fjordline.example/r/${token}`,
  optOutUrl: `https://svar.fjordline.example/u/${token}`,
};
const toMaja = { firstName: "Maja", ...links };

const input = (changes: Partial<InvitationInput> = {}): InvitationInput => ({
  texts: textsFor({
    texts: {},
    companyName: changes.companyName ?? "Fjordline",
    locale: changes.locale ?? "en",
  }),
  companyName: "Fjordline",
  senderName: "Bo Lind",
  locale: "en",
  kind: "invitation",
  postalAddress: "Fjordline AS\nStrandgaten 1\n5013 Bergen",
  dataContact: "privacy@fjordline.example",
  youSaid: null,
  ...changes,
});

const mailTo = async (changes: Partial<InvitationInput> = {}, slots = toMaja) =>
  fillInvitation(await invitationTemplate(input(changes)), slots);

describe.each(locales)("an invitation in %s", (locale) => {
  it("has eleven links to eleven addresses, and one to be left alone", async () => {
    const { html } = await mailTo({ locale });
    const scores = Array.from({ length: 11 }, (_, score) => `${links.answerUrl}/${score}`);
    expect(hrefsIn(html)).toEqual([...scores, `${links.answerUrl}/all`, links.optOutUrl]);
  });

  it("has a link that nobody sees, hears or reaches with keys", async () => {
    const { html, text } = await mailTo({ locale });
    const [decoy] = html.match(/<a [^>]*\/all"[^>]*><\/a>/) ?? [];
    for (const part of ['aria-hidden="true"', 'tabindex="-1"', "display:none"]) expect(decoy).toContain(part);
    expect(text).not.toContain("/all");
  });

  it("says what 0 and 10 mean before the first link, in both parts", async () => {
    const { html, text } = await mailTo({ locale });
    for (const [part, firstLink] of [
      [html, html.indexOf("/r/")],
      [text, text.indexOf("/r/")],
    ] as const) {
      const before = part.slice(0, firstLink);
      expect(before).toContain(input({ locale }).texts.question);
      expect(before).toMatch(/0 = \p{Ll}.*10 = \p{Ll}/su);
    }
  });

  it("names its links by the number, the ends by their words too", async () => {
    const names = [...(await mailTo({ locale })).html.matchAll(/aria-label="([^"]*)"/g)].map((m) => m[1]!);
    expect(names).toHaveLength(11);
    for (const [score, name] of names.entries()) expect(name).toMatch(new RegExp(`^${score}( \\S+ |/)10`));
    expect(names[0]).toMatch(/10, \p{L}{2}/u);
    expect(names[10]).toMatch(/10, \p{L}{2}/u);
  });

  it("has a text part with a line for each score and the way out", async () => {
    const { text } = await mailTo({ locale });
    for (let score = 0; score <= 10; score++)
      expect(text).toContain(`\n${score}: ${links.answerUrl}/${score}\n`);
    expect(text).toContain(links.optOutUrl);
    expect(text).not.toMatch(/[<>]|&\w+;/);
  });

  it("has no line of text beyond 72 characters but addresses and the question", async () => {
    const texts = {
      ...input({ locale }).texts,
      intro: "Many words of one and the same paragraph. ".repeat(9),
    };
    const { text } = await mailTo({ locale, texts });
    const long = text.split("\n").filter((line) => line.length > 72);
    expect(long.filter((line) => line !== texts.question && !/^\d+: https:\S+$/.test(line))).toEqual([]);
    expect(text.replaceAll("\n", " ")).toContain(texts.intro.trim());
  });

  it("is small, has hex colours only, no pictures and no marks left", async () => {
    const { html, text } = await mailTo({ locale });
    expect(Buffer.byteLength(html)).toBeLessThan(30_000);
    expect(coloursThatAreNotHex(html)).toEqual([]);
    expect(html).not.toMatch(/<img|<form|<script|background-image|url\(/i);
    expect(html).toContain(`<html lang="${locale}" dir="ltr">`);
    expect(html + text).not.toMatch(/[^\P{Cc}\n]|undefined|\[object/u);
  });
});

describe("an invitation", () => {
  it("greets by name, or without one when it is not known", async () => {
    expect((await mailTo()).text).toMatch(/^Hi Maja,\n/);
    expect((await mailTo({}, { ...links, firstName: " \r\n" })).html).toContain(">Hello,</p>");
  });

  it("is a test by its subject", async () => {
    expect((await mailTo({ kind: "test" })).subject).toBe("[Test] Would you recommend Fjordline?");
    expect((await mailTo()).subject).toBe("Would you recommend Fjordline?");
  });

  it("escapes whatever a name or a text brings", async () => {
    const texts = { ...input().texts, question: "<script>alert(1)</script>&", intro: '"><a href="x">' };
    const evil = { ...toMaja, firstName: "<b>\"Bo'\r\nBcc: x@y.z" };
    const { html, text } = await mailTo({ texts, companyName: "A<i>B\r\nC", senderName: "<u>" }, evil);
    expect(html).not.toMatch(/<script|<b>|<i>|<u>|<a href="x"/);
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;&amp;");
    expect(html).toContain("Hi &lt;b&gt;&quot;Bo&#39; Bcc: x@y.z,");
    expect(text).toMatch(/^Hi <b>"Bo' Bcc: x@y\.z,\n/);
    expect(text).toContain("A<i>B C");
  });

  it("cannot be given a slot by a name or a text", async () => {
    const forged = "\u0001answer\u0002 {answerUrl} {{optOut}}";
    const texts = { ...input().texts, question: forged };
    const { html } = await mailTo({ texts, companyName: forged }, { ...toMaja, firstName: forged });
    expect(hrefsIn(html)).toHaveLength(13);
    expect(html).toContain("answer {answerUrl} {{optOut}}");
  });

  it("takes no subject with a line end in it", async () => {
    const texts = { ...input().texts, subject: "Hello\r\nBcc: x@y.z" };
    expect((await mailTo({ texts })).subject).toBe("Hello Bcc: x@y.z");
  });

  it("leads to web pages only", async () => {
    const template = await invitationTemplate(input());
    expect(() => fillInvitation(template, { ...toMaja, answerUrl: "javascript:alert(1)" })).toThrow(/https/);
    expect(() => fillInvitation(template, { ...toMaja, optOutUrl: 'https://x/" onclick="' })).toThrow();
  });

  it("leaves out the postal address that there is not", async () => {
    const address = "Fjordline AS, Strandgaten 1, 5013 Bergen";
    expect((await mailTo()).text).toContain(address);
    expect((await mailTo({ postalAddress: null })).html).not.toContain("Strandgaten");
    const { html, text } = await mailTo({ locale: "sv" });
    for (const part of [html, text]) expect(part).toContain("Dataskydd: privacy@fjordline.example");
    expect((await mailTo({ dataContact: null })).text).not.toContain("privacy@");
  });

  it("is filled for a thousand contacts in less than it takes to send one", async () => {
    const template = await invitationTemplate(input());
    const start = performance.now();
    for (let nth = 0; nth < 1000; nth++) fillInvitation(template, { ...toMaja, firstName: `Maja ${nth}` });
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe("what was done because customers said so", () => {
  it("stands below the signature in both parts, on one line and as text", async () => {
    const { html, text } = await mailTo({ youSaid: "You wanted <more>\r\nferries. They sail." });
    expect(html).toContain("You said, we did");
    expect(html).toContain("You wanted &lt;more&gt; ferries. They sail.");
    expect(html.indexOf("You said, we did")).toBeGreaterThan(html.indexOf("Bo Lind"));
    expect(text).toContain("You said, we did:\nYou wanted <more> ferries. They sail.");
  });

  it("is not spoken of where there is nothing", async () => {
    const { html, text } = await mailTo();
    for (const part of [html, text]) expect(part).not.toContain("You said");
  });
});
