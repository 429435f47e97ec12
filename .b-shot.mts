import { chromium } from "@playwright/test";
import { answerPage, answerPageTemplate } from "#app/(public)/_pages/answer-page.ts";
import { thanksPage } from "#app/(public)/_pages/thanks-page.ts";
import { optOutPage } from "#app/(public)/_pages/opt-out-page.ts";
import { gonePage, busyPage } from "#app/(public)/_pages/gone-page.ts";
import { textsFor } from "#server/survey/rules.ts";
import { invitationTemplate, fillInvitation } from "#emails/invitation.tsx";

const survey = (locale: any) => ({ texts: textsFor({ texts: {}, companyName: "Fjordline", locale }), companyName: "Fjordline", locale, timeZone: "Europe/Oslo" });
const hidden = { nonce: "mi1abc.9xkd93kd9_3kd.abcdefghijklmnopqrstuvwxyz" };
const view = { nonce: "N0nce", action: "/r/1abcde7k3xmpq0123456789abcdefghjk/7", hidden, score: 7, comment: "", optOutUrl: "/u/1abc" };
const pages: Record<string, string> = {
  answer: answerPage(answerPageTemplate(survey("en")), view),
  answerDe: answerPage(answerPageTemplate(survey("de")), { ...view, score: 2, earlier: { score: 4, at: new Date("2026-11-12T10:00:00Z") }, test: true }),
  error: answerPage(answerPageTemplate(survey("fi")), { ...view, score: null, comment: "x".repeat(20), problems: ["scoreMissing", "commentTooLong"] }),
  thanks: thanksPage(survey("da"), { nonce: "N", score: 3, change: { url: "/r/x", until: new Date("2026-12-12T10:00:00Z") } }),
  optout: optOutPage({ locale: "nb", companyName: "Fjordline", nonce: "N", form: { action: "/u/x", hidden } }),
  gone: gonePage({ locale: "sv", nonce: "N" }),
  busy: busyPage({ locale: "de", nonce: "N" }),
};
for (const kind of ["invitation", "test"] as const) {
const tpl = await invitationTemplate({ texts: { ...survey("en").texts, intro: kind == "test" ? "We have one question for you, and a person reads every answer." : "" }, companyName: "Fjordline", senderName: "Maja Berg", locale: "en", kind, postalAddress: "Fjordline AS\nStrandgaten 1\n5013 Bergen" });
const m = fillInvitation(tpl, { firstName: "Anna", answerUrl: "https://svar.fjordline.example/r/1abcde7k3xmpq0123456789abcdefghjk", optOutUrl: "https://svar.fjordline.example/u/1abcde7k3xmpq0123456789abcdefghjk" });
pages["mail" + kind] = m.html;
if (kind == "invitation") console.log(m.subject, m.html.length, "\n" + m.text);
}
for (const [n, h] of Object.entries(pages)) console.log(n, Buffer.byteLength(h));
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync".split(" ") });
const want = process.argv[2] ? new RegExp(process.argv[2]) : /./;
for (const [name, html] of Object.entries(pages)) if (want.test(name)) {
  for (const [w, h] of name.startsWith("mail") ? [[320, 640], [600, 640]] : [[390, 844], [1280, 800], [320, 640]]) for (const scheme of ["light", "dark"] as const) {
    const ctx = await browser.newContext({ viewport: { width: w, height: h }, colorScheme: scheme, deviceScaleFactor: 1 });
    const page = await ctx.newPage();
    await page.setContent(html);
    const sw = await page.evaluate(() => document.documentElement.scrollWidth);
    if (sw > w) console.log("OVERFLOW", name, w, sw);
    await page.screenshot({ path: `/tmp/svar-b/${name}-${w}-${scheme}.png` });
    await ctx.close();
  }
}
await browser.close();
