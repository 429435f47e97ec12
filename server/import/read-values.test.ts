import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { locales } from "#server/i18n/locales.ts";
import { appTexts } from "#server/i18n/messages/app.ts";
import { refusal } from "#server/refusal.ts";
import { guessMapping, mappingProblem } from "./guess-mapping.ts";
import { dateOrderOf, readDate, readScore } from "./read-values.ts";

describe("a score", () => {
  it("is a whole number from 0 to 10, however it is written", () => {
    const read = ["0", "10", " 8 ", "8.0", "8,00", "8/10", "8 / 10", "10.0/10"].map(readScore);
    expect(read).toEqual([0, 10, 8, 8, 8, 8, 8, 10]);
  });

  it("is nothing else", () => {
    for (const text of ["", "11", "-1", "7.5", "8/5", "eight", "1e1", "0x8", "٣", "100"]) {
      expect(readScore(text), text).toBeNull();
    }
  });
});

describe("a date", () => {
  const oslo = (text: string, order: "day-first" | "month-first" = "day-first") =>
    readDate(text, order, "Europe/Oslo")?.toISOString() ?? null;

  it.each([
    ["2026-05-31", "2026-05-31T10:00:00.000Z"],
    ["2026-12-31", "2026-12-31T11:00:00.000Z"],
    ["31.5.2026", "2026-05-31T10:00:00.000Z"],
    ["31/05/26", "2026-05-31T10:00:00.000Z"],
    ["31st May 2026", "2026-05-31T10:00:00.000Z"],
    ["5th May 2019", "2019-05-05T10:00:00.000Z"],
    ["May 31, 2026", "2026-05-31T10:00:00.000Z"],
    ["31. Mai 2026", "2026-05-31T10:00:00.000Z"],
    ["3. März 2026", "2026-03-03T11:00:00.000Z"],
    ["1. december 2025", "2025-12-01T11:00:00.000Z"],
  ])("without a time is the noon of that day where the company is: %s", (text, at) => {
    expect(oslo(text)).toBe(at);
  });

  it.each([
    ["2026-05-31 23:30", "2026-05-31T21:30:00.000Z"],
    ["2026-05-31T23:30:15Z", "2026-05-31T23:30:00.000Z"],
    ["2026-05-31T23:30:15.123+02:00", "2026-05-31T21:30:00.000Z"],
    ["31.12.2026 00:15", "2026-12-30T23:15:00.000Z"],
  ])("with a time is by the clocks of its zone, or else the company's: %s", (text, at) => {
    expect(oslo(text)).toBe(at);
  });

  it("has its day and month in the order of its column", () => {
    expect(oslo("1/2/2026")).toBe("2026-02-01T11:00:00.000Z");
    expect(oslo("1/2/2026", "month-first")).toBe("2026-01-02T11:00:00.000Z");
    expect(dateOrderOf(["1/2/2026", "5/31/2026"])).toBe("month-first");
    expect(dateOrderOf(["5/31/2026", "31/5/2026"])).toBe("day-first");
    expect(dateOrderOf(["1/2/2026", "2026-05-31", ""])).toBeNull();
  });

  it("is none when there is no such day", () => {
    for (const text of ["", "31.2.2026", "2026-13-01", "yesterday", "31", "2026", "25:00", "1.1.20261"]) {
      expect(oslo(text), text).toBeNull();
    }
  });

  it("never fails, whatever stands in the cell", () => {
    fc.assert(fc.property(fc.string(), (text) => oslo(text) === null || oslo(text)?.endsWith("Z") === true));
  });

  it("comes back the same for every day there is", () => {
    const day = fc.date({
      min: new Date("1970-01-02"),
      max: new Date("2099-12-30"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(
        day,
        (at) => oslo(at.toISOString().slice(0, 10))?.slice(0, 10) === at.toISOString().slice(0, 10),
      ),
    );
  });
});

describe("the guess at columns", () => {
  it.each([
    ["E-post", "email"],
    ["E-mail:", "email"],
    ["Sähköpostiosoite", "email"],
    ["NAVN", "name"],
    ["Nimi", "name"],
    ["Språk", "locale"],
    ["Företag", "account"],
    ["Virksomhed", "account"],
    ["Firma", "account"],
    ["Account manager", "employee"],
    ["Kundansvarig", "employee"],
    ["Osasto", "team"],
    ["Customer_ID", "externalId"],
    ["Skostorlek", "attribute"],
  ])("knows what contacts' %s holds", (column, target) => {
    expect(guessMapping([column], "contacts")).toEqual({ [column]: target });
  });

  it.each([
    ["Betyg", "score"],
    ["Rating (0-10)", "score"],
    ["Arvosana", "score"],
    ["Kommentar", "comment"],
    ["Review", "comment"],
    ["Datum", "answered"],
    ["Päivä", "answered"],
    ["Answered at", "answered"],
    ["E-Mail-Adresse", "email"],
  ])("knows what past answers' %s holds", (column, target) => {
    expect(guessMapping([column], "responses")).toEqual({ [column]: target });
  });

  it.each(locales)("knows the columns of our own files in %s", (locale) => {
    const { campaigns, imports, responses } = appTexts[locale];
    const of = (head: string, kind: "contacts" | "responses", beside: readonly string[]) =>
      guessMapping([...beside, head], kind)[head];
    const { answered, score, comment, name, email } = responses.export;
    const answers = Object.values(responses.export).filter((word) => typeof word === "string");
    for (const [target, head] of Object.entries({ answered, score, comment, name, email }))
      expect(
        of(head, "responses", answers.slice(answers.indexOf(responses.export.id), answers.indexOf(head))),
      ).toBe(target);
    const ledger = campaigns.ledger;
    const asked = [ledger.name, ledger.email, ledger.id, ledger.team, ledger.employee];
    expect(Object.values(guessMapping(asked, "contacts"))).toEqual([
      ...["name", "email", "externalId", "team", "employee"],
    ]);
    for (const kind of ["contacts", "responses"] as const)
      expect(of(imports.check.failedHead, kind, [])).toBe("ignore");
  });

  it("gives each target once, and every column something", () => {
    const columns = fc.uniqueArray(
      fc.oneof(fc.constantFrom("email", "E-post", "mail", "Name", "navn", "constructor"), fc.string()),
    );
    fc.assert(
      fc.property(columns, fc.constantFrom("contacts" as const, "responses" as const), (header, kind) => {
        const targets = header.map((column) => guessMapping(header, kind)[column]);
        const given = targets.filter((target) => target !== "attribute");
        expect(targets).not.toContain(undefined);
        expect(new Set(given).size).toBe(given.length);
      }),
    );
  });

  it("says which column is missing or chosen twice", () => {
    expect(mappingProblem({ Namn: "name" }, "contacts")).toBe(refusal("columnEmail"));
    expect(mappingProblem({ Betyg: "attribute" }, "responses")).toBe(refusal("columnScore"));
    expect(mappingProblem({ a: "email", b: "name", c: "name" }, "contacts")).toBe(
      refusal("columnsTwice", { target: "name" }),
    );
    expect(mappingProblem({ a: "email", b: "attribute", c: "attribute" }, "contacts")).toBeNull();
  });
});
