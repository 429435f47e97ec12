import { describe, expect, it } from "vitest";
import { cleanHtml } from "./clean.ts";
import { readableHtml } from "./depth.ts";
import { mailDocument, mailPolicy } from "./document.ts";
import { formattedHtml } from "./formatted.ts";
import { splitHtml } from "./split.ts";

const none = { remote: false, fileUrl: () => null };
const words = { title: "Mail from Anna", showQuoted: "Show quoted text" };
const shown = (html: string, pictures = none) =>
  mailDocument({ html, pictures, language: null, words }).replace(/<style>.*?<\/style>/s, "");

describe("cleaning", () => {
  it("leaves nothing that runs, frames, sends or fetches", () => {
    const hostile = [
      `<script>alert(1)</script><img src=x onerror=alert(1)><svg onload=alert(1)><a href="javascript:alert(1)">x</a>`,
      `<iframe src="https://evil.example"></iframe><object data=x></object><embed src=x><base href="https://evil.example">`,
      `<form action="https://evil.example"><input name=p><button>Go</button></form><meta http-equiv=refresh content="0;url=x">`,
      `<link rel=stylesheet href="https://evil.example/x.css"><style>@import "https://evil.example/x.css"</style>`,
      `<div style="background:url(https://evil.example/a.png);position:fixed;top:0;left:0;color:red">y</div>`,
      `<div style="background-image:url('https://evil.example/b.png')" onclick="x()">z</div><td background="https://evil.example/c.png">`,
      `<video src="https://evil.example/v" autoplay poster="https://evil.example/p"></video><math><mtext><img src=x onerror=x>`,
      `<a href="/fjordline/settings" ping="https://evil.example">relative</a><img srcset="https://evil.example/d.png 2x">`,
      `<img src="//evil.example/e.png"><img src="https://evil.example/f.png"><img src="data:image/svg+xml;base64,AAAA">`,
    ].join("");
    const clean = cleanHtml(hostile, none);
    expect(clean).not.toMatch(
      /evil\.example|script|onerror|onload|onclick|javascript|<(?:svg|iframe|form|input|base|meta|link|style|object|embed|video|math)/i,
    );
    expect(clean).not.toMatch(/position|url\(|href="\/|data:image\/svg/i);
    expect(clean).toContain('style="color:red"');
    expect(clean).toMatch(/>y<.*>z</);
  });

  it("keeps tables, emphasis, lists and safe links, which open elsewhere and tell them nothing", () => {
    const html = `<table width="600" bgcolor="#eee"><tr><td colspan="2"><b>Invoice</b></td></tr></table><ul><li>One</li></ul><a href="https://shop.example/x">here</a>`;
    expect(cleanHtml(html, none)).toBe(
      `<table width="600" bgcolor="#eee"><tr><td colspan="2"><b>Invoice</b></td></tr></table><ul><li>One</li></ul><a href="https://shop.example/x" title="https://shop.example/x" target="_blank" rel="noopener noreferrer">here</a>`,
    );
  });

  it("shows a mail's own pictures, those from elsewhere when they are wanted, and never those that tell it was opened", () => {
    const html = `<img src="cid:logo@x" alt="Logo"><img src="https://elsewhere.example/a.png" alt="Our shop"><img src="https://elsewhere.example/t.gif" width="1" height="1"><img src="https://elsewhere.example/h.gif" style="display:none">`;
    const fileUrl = (id: string) => (id === "logo@x" ? "/fjordline/cases/1/files/2?shown" : null);
    expect(cleanHtml(html, { remote: false, fileUrl })).toBe(
      `<img src="/fjordline/cases/1/files/2?shown" alt="Logo" /><span class="left-out">Our shop</span><span></span><span></span>`,
    );
    const wanted = cleanHtml(html, { remote: true, fileUrl });
    expect(wanted).toContain(`<img src="https://elsewhere.example/a.png" alt="Our shop" />`);
    expect(wanted).not.toMatch(/t\.gif|h\.gif/);
  });

  it("reads only the words of what nests without an end", () => {
    const deep = `${"<div>".repeat(90_000)}Hello${"</div>".repeat(10)}`;
    expect(readableHtml(deep).trim()).toBe("Hello");
    const usual = `<table>${"<tr><td><p>Hi<br>".repeat(2_000)}</table>`;
    expect(readableHtml(usual)).toBe(usual);
    const nested = `${"<div>".repeat(400)}<b>x</b><blockquote type=cite>y`;
    expect(shown(nested)).toContain("<main");
  });
});

describe("the quotation", () => {
  const own = "<p>Thank you!</p>";
  it.each([
    [
      "Gmail",
      `${own}<div class="gmail_quote"><div class="gmail_attr">On Mon, Bo wrote:</div><blockquote class="gmail_quote">Hi</blockquote></div>`,
    ],
    ["Apple Mail", `${own}<blockquote type="cite"><div>On 23 Nov, Bo wrote:</div>Hi</blockquote>`],
    [
      "Thunderbird",
      `${own}<div class="moz-cite-prefix">On 23/11, Bo wrote:</div><blockquote type="cite" cite="mid:x">Hi</blockquote>`,
    ],
    [
      "Outlook on the web",
      `${own}<div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> Bo</div><div>Hi</div>`,
    ],
    [
      "Outlook",
      `${own}<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3pt"><p><b>From:</b> Bo</p></div><p>Hi</p>`,
    ],
  ])("of %s is folded, and is there whole", (_, html) => {
    const parts = splitHtml(html);
    expect(parts.own).toBe(own);
    expect(parts.quoted).toContain("Hi");
    expect(parts.own + parts.quoted!).toHaveLength(html.length);
    expect(shown(html)).toMatch(
      /Thank you!.*<details><summary>Show quoted text<\/summary>.*Hi.*<\/details>/s,
    );
  });

  it("is not folded when somebody answered below or within it", () => {
    const below = `<div class="moz-cite-prefix">On 23/11, Bo wrote:</div><blockquote type="cite">Is it solved?</blockquote><p>No.</p>`;
    expect(splitHtml(below)).toEqual({ own: below, quoted: null });
    expect(splitHtml("<p>Hello</p>")).toEqual({ own: "<p>Hello</p>", quoted: null });
  });
});

describe("a mail in its frame", () => {
  it("names the true host of each link whose words do not", () => {
    const html = `<a href="https://evil.example/bank">www.bank.example</a> <a href="https://shop.example/a">shop.example/a</a>`;
    const document = shown(html);
    expect(document).toContain(`www.bank.example<span class="host"> (evil.example)</span></a>`);
    expect(document).toContain(`>shop.example/a</a>`);
  });

  it.each([
    ["https://pal.example/x", "paypal.example", true],
    ["https://bank.example/x", "bank.example.evil.example", true],
    ["https://bank.example/x", "our-bank.example", true],
    ["https://www.bank.example/x", "See www.bank.example.", false],
    ["https://bank.example/x", "https://bank.example/terms", false],
  ])("%s behind the words %s", (href, words, isNamed) => {
    const document = shown(`<a href="${href}">${words}</a>`);
    expect(document.includes(`class="host"> (`)).toBe(isNamed);
  });

  it("has white paper when it sets colours, and those of the page when not", () => {
    expect(shown(`<p style="color:#222">Hi</p>`)).toContain('class="paper"');
    expect(shown("<ul><li>Hi</li></ul>")).toContain('class="page"');
  });

  it("may run nothing and be framed by nobody else", () => {
    expect(mailPolicy({ remote: false })).toMatch(
      /^default-src 'none';.*img-src 'self' data:;.*frame-ancestors 'self'; sandbox /,
    );
    expect(mailPolicy({ remote: true })).toContain("img-src 'self' data: https: http:");
    expect(mailPolicy({ remote: true })).not.toMatch(/allow-scripts|allow-forms|allow-top/);
  });

  it("is one for what its words do not say, and not for fonts, colours and pictures nobody sees", () => {
    for (const plain of [
      `<div dir="ltr" style="font-family:Calibri;color:black">Thanks<br>Anna</div>`,
      `<p>See <a href="https://shop.example/">https://shop.example</a></p>`,
      `Hi<img src="https://x.example/t.gif" width=1 height=1>`,
      `<p>Hi</p><div class="gmail_quote"><table><tr><td>We said</td></tr></table></div>`,
    ])
      expect(formattedHtml(plain), plain).toBeNull();
    for (const more of [
      "<b>No!</b>",
      "<ol><li>1</li></ol>",
      `<a href="https://x.example">here</a>`,
      `<img src="cid:1">`,
    ])
      expect(formattedHtml(more), more).toBe(more);
  });
});
