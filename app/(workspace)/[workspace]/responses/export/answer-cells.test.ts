import { expect, it } from "vitest";
import type { Locale } from "#server/i18n/locales.ts";
import { inLanguage, speak } from "#server/i18n/speak.ts";
import type { ExportedAnswer } from "#server/response/export.ts";
import { answerCells, answerHeadings } from "./answer-cells.ts";

speak();

const answer = {
  ...{ id: "1", answeredAt: new Date("2026-11-23T09:00:00Z"), version: 1, score: 2, comment: "Late" },
  ...{ drivers: [{ label: "Price" }], channel: "email", locale: "sv", evidence: "confirmed" },
  ...{ contactBy: "phone", quote: "anonymous", case: { state: "snoozed" }, attributes: { Plan: "Pro" } },
} as unknown as ExportedAnswer;

const line = (locale: Locale) =>
  inLanguage(locale, () => {
    const cells = answerCells(answer, ["Plan"]);
    const heads = answerHeadings(["Plan"]);
    return Object.fromEntries(heads.flatMap((head, at) => (cells[at] ? [[String(head), cells[at]]] : [])));
  });

it("a line of the file is in the words of whoever downloads it; dates and languages are as programs write them", () => {
  expect(line("de")).toEqual({
    ...{ id: "1", beantwortet: answer.answeredAt, version: 1, bewertung: 2, gruppe: "Kritiker" },
    ...{ kommentar: "Late", gründe: "Price", kanal: "E-Mail", sprache: "sv", beleg: "Gesendet" },
    ...{ kontaktwunsch: "Per Telefon", "zitat erlaubt": "Ohne Namen", fall: "Wiedervorlage", Plan: "Pro" },
  });
  expect(line("en")).toMatchObject({ group: "detractor", channel: "Mail", case: "Snoozed" });
});
