import { describe, expect, it } from "vitest";
import { drawPreview, PreviewWish } from "./draw-preview.ts";

const fjordline = {
  companyName: "Fjordline",
  timezone: "Europe/Oslo",
  postalAddress: "Kaigaten 1, Bergen",
  senderName: "Maja Berg",
};
const now = new Date("2026-11-23T09:00:00Z");
const draw = (wish: object) =>
  drawPreview(
    fjordline,
    PreviewWish.parse({
      part: "mail",
      scheme: "light",
      score: "9",
      locale: "sv",
      tone: "informal",
      texts: {},
      drivers: [],
      ...wish,
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
      const [light, dark] = [await draw({ part, scheme: "light" }), await draw({ part, scheme: "dark" })];
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
});
