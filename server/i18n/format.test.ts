import { describe, expect, it } from "vitest";
import { formatDate, formatDateTime, formatDays, formatDistance, formatNumber } from "./format.ts";

const at = new Date("2026-11-24T08:00:00Z");

describe("numbers", () => {
  it("have the real minus sign in every language", () => {
    for (const locale of ["en", "sv", "da", "nb", "fi", "de"] as const) {
      expect(formatNumber(-47, locale)).toBe("\u221247");
    }
  });

  it("are grouped as the language groups them", () => {
    expect(formatNumber(12345.5, "en")).toBe("12,345.5");
    expect(formatNumber(12345.5, "de")).toBe("12.345,5");
    expect(formatNumber(12345.5, "sv")).toBe("12\u00a0345,5");
  });
});

describe("moments", () => {
  it("are told by the clocks of the time zone", () => {
    expect(formatDateTime(at, "en", "Europe/Helsinki")).toBe("Tuesday, 24 November 2026 at 10:00");
    expect(formatDateTime(at, "de", "Europe/Berlin")).toBe("Dienstag, 24. November 2026 um 09:00");
  });

  it("fall on the day that it is there", () => {
    expect(formatDate(new Date("2026-11-23T23:30:00Z"), "sv", "Europe/Stockholm")).toBe("24 november 2026");
    expect(formatDate(new Date("2026-11-23T23:30:00Z"), "en", "Europe/London")).toBe("23 November 2026");
  });

  it("are told from now in the largest unit that fits", () => {
    const earlier = (seconds: number) => new Date(at.getTime() - seconds * 1000);
    expect(formatDistance(earlier(20), at, "en")).toBe("now");
    expect(formatDistance(earlier(86_400), at, "sv")).toBe("i går");
    expect(formatDistance(earlier(3 * 3_600), at, "da")).toBe("for 3 timer siden");
    expect(formatDistance(new Date(at.getTime() + 2 * 604_800_000), at, "fi")).toBe("2 viikon päästä");
  });

  it("are told as days of the calendar, a whole month by its name", () => {
    expect(formatDays("2026-11-23", "2026-11-23", "en")).toBe("Monday, 23 November 2026");
    expect(formatDays("2026-11-16", "2026-11-22", "en")).toBe("16–22 November 2026");
    expect(formatDays("2026-11-16", "2026-11-22", "da")).toBe("16.–22. november 2026");
    expect(formatDays("2026-12-28", "2027-01-03", "sv")).toBe("28 december 2026 – 3 januari 2027");
    expect(formatDays("2026-02-01", "2026-02-28", "fi")).toBe("helmikuu 2026");
  });
});
