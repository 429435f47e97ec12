import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayAfter } from "#server/working-time/rules.ts";
import { dayNamedIn, likelyPromises, standingOf } from "./rules.ts";

/** A Monday. */
const today = "2026-11-23";
const friday = "2026-11-27";
const found = (text: string, on = today) => likelyPromises(text, on).map(({ dueOn }) => dueOn);

describe("a sentence that promises something by a day", () => {
  it.each([
    ["I will call you on Friday.", friday],
    ["I'll get back to you by tomorrow.", "2026-11-24"],
    ["We’ll send a new one within two working days.", "2026-11-25"],
    ["You will hear from me on 4 December.", "2026-12-04"],
    ["On December 4th we are going to refund it.", "2026-12-04"],
    ["I promise to write again next week.", "2026-12-04"],
    ["I will call you next Tuesday.", "2026-12-01"],
    ["As you said on Monday, I will call you on Friday.", friday],
    ["On Friday I will call you.", friday],
    ["We will know more within 24 hours.", "2026-11-24"],
    ["I will look at it today.", today],
    ["We shall deliver it on 2026-12-01.", "2026-12-01"],
  ])("is found in English: %s", (text, day) => {
    expect(found(text)).toEqual([day]);
  });

  it.each([
    ["Jeg ringer til dig på fredag.", friday],
    ["På fredag ringer jeg til dig.", friday],
    ["Vi sender en ny kasse senest den 4. december.", "2026-12-04"],
    ["Du hører fra mig i morgen.", "2026-11-24"],
    ["Jeg vender tilbage inden for to arbejdsdage.", "2026-11-25"],
    ["Vi leverer i næste uge.", "2026-12-04"],
  ])("is found in Danish: %s", (text, day) => {
    expect(found(text)).toEqual([day]);
  });

  it.each([
    ["Jag ringer dig på fredag.", friday],
    ["Vi återkommer i övermorgon.", "2026-11-25"],
    ["Jag ska skicka en ny låda inom tre dagar.", "2026-11-26"],
    ["Du får besked senast den 4 december.", "2026-12-04"],
    ["Vi löser det 4/12.", "2026-12-04"],
    ["På fredag nästa vecka kontaktar jag dig.", "2026-12-04"],
  ])("is found in Swedish: %s", (text, day) => {
    expect(found(text)).toEqual([day]);
  });

  it.each([
    ["Jeg ringer deg på fredag.", friday],
    ["Vi sender en ny innen to dager.", "2026-11-25"],
    ["Dere hører fra oss neste uke.", "2026-12-04"],
    ["I morgen tar kontakt jeg.", "2026-11-24"],
  ])("is found in Norwegian: %s", (text, day) => {
    expect(found(text)).toEqual([day]);
  });

  it.each([
    ["Soitan sinulle perjantaina.", friday],
    ["Palaamme asiaan viikon kuluessa.", "2026-11-30"],
    ["Lähetän uuden kahden päivän kuluessa.", "2026-11-25"],
    ["Otan teihin yhteyttä huomenna.", "2026-11-24"],
    ["Toimitamme uuden 4. joulukuuta.", "2026-12-04"],
    ["Vastaan keskiviikkoon mennessä.", "2026-11-25"],
  ])("is found in Finnish: %s", (text, day) => {
    expect(found(text)).toEqual([day]);
  });

  it.each([
    ["Ich rufe dich am Freitag an.", friday],
    ["Wir melden uns morgen bei Ihnen.", "2026-11-24"],
    ["Am Freitagnachmittag rufe ich Sie an.", friday],
    ["Sie bekommen innerhalb von drei Werktagen eine neue Kiste.", "2026-11-26"],
    ["Ich schicke es bis zum 4. Dezember.", "2026-12-04"],
    ["Wir liefern bis 4.12. nach.", "2026-12-04"],
    ["Du hörst nächste Woche von uns.", "2026-12-04"],
  ])("is found in German: %s", (text, day) => {
    expect(found(text)).toEqual([day]);
  });

  it.each([
    "Thank you for writing on Friday.",
    "Will you be there on Friday?",
    "Shall I call you on Friday?",
    "I will not be there on Friday.",
    "I can't promise it by Friday.",
    "I will do my best.",
    "Guten Morgen, ich rufe Sie an.",
    "God morgen, jeg ringer til dig.",
    "Jeg ringer ikke på fredag.",
    "Jag ringer inte på fredag.",
    "En soita perjantaina.",
    "We will remember 4 December 1999.",
    "> I will call you on Friday.",
    "",
  ])("is not seen in: %s", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("is taken by itself, without its neighbours, and at most three are", () => {
    const text = "Dear Anna,\n\nI am sorry. I will call you on Friday. It was our mistake!\n\nBo";
    expect(likelyPromises(text, today)).toEqual([{ text: "I will call you on Friday.", dueOn: friday }]);
    expect(found("I will call tomorrow. ".repeat(5))).toHaveLength(3);
  });

  it("keeps a date with a point in it in one piece", () => {
    expect(likelyPromises("Vi sender den 4. december. Tak.", today)).toEqual([
      { text: "Vi sender den 4. december.", dueOn: "2026-12-04" },
    ]);
  });

  it("means the next Friday when it is Friday, and the next year when the date is over", () => {
    expect(found("I will call you on Friday.", friday)).toEqual(["2026-12-04"]);
    expect(found("I will call you on 4 January.")).toEqual(["2027-01-04"]);
  });
});

it("any text at all is read without harm, and a day is never past or more than a year off", () => {
  const words = fc.constantFrom(
    ...[
      "I will",
      "jeg ringer",
      "on",
      "Friday",
      "næste",
      "i morgen",
      "31/02",
      "32.13.",
      "4.12.",
      "within",
      "99",
    ],
    ...[
      "ensi viikolla",
      "days",
      "(",
      "[",
      "2026-02-30",
      "?",
      ".",
      "\n",
      "wir",
      "melden",
      "uns",
      "übermorgen",
    ],
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 30 }), (parts) => {
      for (const { dueOn, text } of likelyPromises(parts.join(" "), today)) {
        expect(dueOn >= today && dueOn <= dayAfter(today, 366)).toBe(true);
        expect(parts.join(" ")).toContain(text);
      }
    }),
  );
});

it("a day that is named is read from words that promise nothing, too", () => {
  expect(dayNamedIn("call about the invoice, Friday", today)).toBe(friday);
  expect(dayNamedIn("ring om fakturan på fredag", today)).toBe(friday);
  expect(dayNamedIn("the invoice", today)).toBeNull();
});

it("a promise stands with its day as the calendar says", () => {
  expect(standingOf(today, today)).toEqual({ kind: "today" });
  expect(standingOf("2026-11-21", today)).toEqual({ kind: "overdue", days: 2 });
  expect(standingOf(friday, today)).toEqual({ kind: "ahead", days: 4 });
});
