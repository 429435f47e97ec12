import { describe, expect, it } from "vitest";
import { locales, tones } from "#server/i18n/locales.ts";
import { lowestContrast } from "./contrast.ts";
import { drawPreview, PreviewWish } from "./draw-preview.ts";

const fjordline = {
  companyName: "Fjordline",
  timezone: "Europe/Oslo",
  postalAddress: "Kaigaten 1, Bergen",
  dataContact: null,
  senderName: "Maja Berg",
  youSaid: { sv: "Ni ville ha fler avgångar. De går nu." },
};
const now = new Date("2026-11-23T09:00:00Z");
const draw = ({ texts = {}, ...others }: { texts?: object; locale?: string; [other: string]: unknown }) =>
  drawPreview(
    fjordline,
    PreviewWish.parse({
      part: "mail",
      look: "light",
      score: "9",
      locale: "sv",
      tone: "informal",
      drivers: [],
      ...others,
      texts: { [others.locale ?? "sv"]: texts },
    }),
    now,
  );

describe("the preview of a survey", () => {
  it("is the mail in the chosen language, with the words as they are typed", async () => {
    const { html, subject } = await draw({
      texts: { question: "Skulle du segla med oss?", subject: "En fråga" },
    });
    expect(subject).toBe("En fråga");
    expect(html).toContain("Skulle du segla med oss?");
    expect(html).toContain('lang="sv"');
    expect(html.match(/\/r\/example\/\d+"/g)).toHaveLength(11);
  });

  it("is the page and the thanks of the group that the score belongs to", async () => {
    const texts = { followUpDetractor: "Vad gick fel?", thanksDetractor: "Vi hör av oss." };
    expect((await draw({ part: "answer", score: "3", texts })).html).toContain("Vad gick fel?");
    expect((await draw({ part: "answer", score: "9", texts })).html).not.toContain(">Vad gick fel?<");
    expect((await draw({ part: "thanks", score: "3", texts })).html).toContain("Vi hör av oss.");
    expect((await draw({ part: "thanks", score: "9", texts })).html).not.toContain("Vi hör av oss.");
  });

  it.each(["mail", "answer", "thanks"])(
    "shows the %s light or dark, whatever the reader's own device is",
    async (part) => {
      const [light, dark] = [await draw({ part, look: "light" }), await draw({ part, look: "dark" })];
      for (const { html } of [light, dark])
        expect(html).not.toMatch(/prefers-color-scheme|light dark|<script/);
      expect(dark.html).toContain("@media all");
      expect(light.html).toContain("@media not all");
    },
  );

  it("addresses customers as the survey does", async () => {
    const de = { locale: "de", texts: { thanksPassive: "Danke" } };
    expect((await draw({ ...de, tone: "formal" })).subject).toBe("Würden Sie Fjordline weiterempfehlen?");
    expect((await draw({ ...de, tone: "informal" })).subject).toBe("Würdest du Fjordline weiterempfehlen?");
    const thanks = (await draw({ ...de, part: "thanks", score: "7", tone: "formal" })).html;
    expect(thanks).toContain('<html lang="de"');
    expect(thanks).toContain("<p>Danke</p>");
    expect(thanks).toContain("Sie können die Seite jetzt schließen.");
  });

  it("has the reasons of the language, and no others", async () => {
    const drivers = [
      { id: "price", labels: { sv: "Pris", en: "Price" } },
      { id: "speed", labels: { en: "Speed" } },
    ];
    const { html } = await draw({ part: "answer", drivers });
    expect(html).toContain("<span>Pris</span>");
    expect(html).not.toContain("Speed");
  });

  it("shows typed markup as text", async () => {
    const { html } = await draw({ texts: { question: "<script>alert(1)</script>" } });
    expect(html).not.toContain("<script>alert");
  });

  it("turns a mail inside out, drops its pictures, shows its text part", async () => {
    expect((await draw({ look: "forced" })).html).toContain("invert(1) hue-rotate(180deg)");
    expect((await draw({ look: "light" })).html).not.toContain("invert");
    expect((await draw({ look: "pictureless" })).html).toBe((await draw({ look: "light" })).html);
    const { html } = await draw({ look: "text", texts: { question: "Skulle du <segla>?" } });
    expect(html).toContain("Skulle du &lt;segla&gt;?");
    expect(html).toContain("/r/example/10");
  });
});

describe("the reading order", () => {
  it("of a mail has one heading and the eleven numbers in their order, and nothing that is hidden", async () => {
    const { order } = await draw({ locale: "en" });
    expect(order.filter(({ kind }) => kind === "heading")).toHaveLength(1);
    const links = order.filter(({ kind }) => kind === "link").map(({ text }) => text);
    expect(links.slice(0, 11).map((name) => Number(/\d+/.exec(name)?.[0]))).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
    expect(links).toHaveLength(12);
    expect(order.map(({ text }) => text).join(" ")).not.toContain("ten seconds");
    expect(order.filter(({ text }) => !text)).toEqual([]);
  });

  it("of the answer page names every control", async () => {
    const drivers = [{ id: "price", labels: { en: "Price" } }];
    const { order } = await draw({ part: "answer", locale: "en", drivers });
    const of = (kind: string) => order.filter((one) => one.kind === kind).map(({ text }) => text);
    expect(of("choice")).toHaveLength(11);
    expect(of("choice")[0]).toBe("0, not at all likely");
    expect(of("tick")).toContain("Price");
    expect(of("field")).toEqual([expect.stringContaining("What is the main reason")]);
    expect(of("button")).toEqual(["Send"]);
  });
});

describe("the checks", () => {
  const check = async (wish: Parameters<typeof draw>[0]) => {
    const { checks } = await draw(wish);
    return Object.fromEntries(checks.map(({ id, ...rest }) => [id, rest]));
  };

  it("are all well for our own words, in every language and tone", async () => {
    for (const locale of locales) {
      for (const tone of tones) {
        const { checks } = await draw({ locale, tone });
        expect(
          checks.filter(({ good }) => !good),
          `${locale} ${tone}`,
        ).toEqual([]);
      }
    }
  });

  it("find a long subject, words that lead, words that are not neutral, and languages without words", async () => {
    const found = await check({
      texts: { subject: "x".repeat(61), intro: "Ge oss högsta betyg", thanksPromoter: "Vinn 20 % rabatt" },
    });
    expect(found.subject).toEqual({ good: false, characters: 61 });
    expect(found.leading).toMatchObject({ good: false, places: [{ field: "intro", locale: "sv" }] });
    expect(found.neutral).toMatchObject({ good: false, places: [{ field: "thanksPromoter" }] });
    expect(found.languages).toMatchObject({ good: false });
    expect(found.links).toEqual({ good: true, n: 11 });
    expect(found.size).toMatchObject({ good: true });
  });
});

describe("the lowest contrast", () => {
  const mail = (body: string, dark = "") =>
    `<html><head><style>@media (prefers-color-scheme:dark){\n${dark}\n}</style></head><body style="background-color:#FFFFFF">${body}</body></html>`;

  it("is reckoned over what lies behind, and in the dark by its rules", () => {
    const pale = mail('<p class="text" style="color:#767676">x</p>', " .text{color:#FFFFFF!important}");
    expect(lowestContrast(pale, "light")).toBeCloseTo(4.54, 2);
    expect(lowestContrast(pale, "dark")).toBe(1);
    const boxed = '<td style="background-color:#000000"><a style="color:#000000">x</a></td><p>y</p>';
    expect(lowestContrast(mail(boxed), "light")).toBe(1);
    expect(lowestContrast(mail('<p style="display:none;color:#FFFFFF">x</p><p>y</p>'), "light")).toBe(21);
  });
});
