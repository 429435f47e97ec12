import { describe, expect, it } from "vitest";
import type { NextStep } from "#server/case/rules.ts";
import { languageOf, voices } from "#server/i18n/locales.ts";
import {
  answer,
  asked,
  companyName,
  everyPage,
  five,
  mine,
  nextSteps,
  optOut,
  until,
  view,
} from "#server/test/respondent-pages.ts";
import { answerPage } from "./answer-page.ts";
import { answerPageTemplate } from "./answer-template.ts";
import { minePage } from "./mine-page.ts";
import { optOutPage } from "./opt-out-page.ts";
import { pagePolicy } from "./policy.ts";
import { thanksPage } from "./thanks-page.ts";

describe.each(voices)("every page in %s", (locale) => {
  it.each(everyPage(locale))("%s is whole, small and fetches nothing", (_, html) => {
    expect(html).toMatch(/^<!doctype html><html lang="[a-z]{2}" dir="ltr">.*<\/html>$/s);
    expect(html).toContain(`<html lang="${languageOf(locale)}"`);
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(10_000);
    expect(html).not.toMatch(/https?:|src=|url\(|@import/);
    expect(html).not.toContain("\u0001");
    expect(html).not.toMatch(/\b(undefined|null)\b|\[object/);
    for (const tag of html.match(/<(style|script)[^>]*>/g) ?? []) expect(tag).toContain('nonce="');
  });
});

describe("the answer page", () => {
  it("has eleven radio buttons with the end points' words at the ends, and the chosen one checked", () => {
    const html = answer("sv");
    const radios = html.match(/<input type="radio" name="score" value="\d+"[^>]*>/g) ?? [];
    expect(radios.map((radio) => Number(/value="(\d+)"/.exec(radio)?.[1]))).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
    expect(radios.filter((radio) => radio.includes(" checked"))).toEqual([radios[7]]);
    expect(html).toContain('<div class="scale" dir="ltr">');
    expect(html).toContain('<span>0<i class="sr">, inte alls troligt</i></span>');
    expect(html).toContain('<span>10<i class="sr">, extremt troligt</i></span>');
    expect(html).toMatch(/<legend><h1>Hur troligt .*<b>0 = inte alls troligt<\/b>, <b>10 = extremt troligt/);
  });

  it("is a form of the fields score, comment and the given hidden ones", () => {
    const html = answer("en");
    expect(html).toContain(`<form method="post" action="${view.action}"`);
    const names = [...html.matchAll(/ name="(\w+)"(?: value)?/g)].map((match) => match[1]);
    const fields = names.filter((name) => name !== "viewport");
    expect(new Set(fields)).toEqual(new Set(["score", "comment", "contact", "by", "phone", "nonce"]));
    expect(html).toContain(`<input type="hidden" name="nonce" value="${view.hidden.nonce}">`);
    expect(html).toContain('<label for="comment">');
  });

  it("says which number came with the link, and that it can be changed", () => {
    expect(answer("en")).toContain(">You chose 7. Change it below if that was a mistake.</p>");
    expect(answer("en", { score: null })).toMatch(/role="status"[^>]*><\/p>/);
    expect(answer("en", { score: null })).not.toMatch(/name="score"[^>]* checked/);
    expect(answer("en", { score: 0 })).toMatch(/value="0"[^>]* checked/);
  });

  it("says what was answered before, by the clocks of the workspace", () => {
    const earlier = { score: 4, at: new Date("2026-11-11T23:30:00Z") };
    expect(answer("en", { earlier, score: 4 })).toContain("You answered 4 on 12 November 2026.");
    expect(answer("en", { earlier, score: 4 })).not.toContain(">You chose 4.");
    expect(answer("en", { earlier, score: 8 })).toContain(">You chose 8.");
  });

  it("asks what fits the group of the chosen number", () => {
    const texts = {
      ...asked("en").texts,
      followUpDetractor: "Why so low?",
      followUpPassive: "Why the middle?",
      followUpPromoter: "Why so high?",
    };
    const template = answerPageTemplate(asked("en", { texts }));
    const question = (score: number | null) =>
      /<b id="why"[^>]*>(.*?)<\/b>/.exec(answerPage(template, { ...view, score }))?.[1];
    expect([6, 7, 8, 9].map(question)).toEqual([
      "Why so low?",
      "Why the middle?",
      "Why the middle?",
      "Why so high?",
    ]);
    expect(question(null)).toBe("What is the main reason for your score?");
  });

  it("tells a problem in its title, on top with a link to the field, and beside the field", () => {
    const html = answer("en", { score: null, comment: "x".repeat(5001), problems: ["commentTooLong"] });
    expect(html).toContain("<title>Error: Your answer to Fjordline</title>");
    expect(html).toMatch(/role="alert".*<a href="#comment">The comment can be at most 5,000 characters/);
    expect(html).toMatch(/<textarea[^>]* aria-invalid="true" aria-describedby="comment-problem">/);
    expect(html).toContain('id="comment-problem"');
    expect(html).toContain("x".repeat(5001));
    expect(html).not.toMatch(/<fieldset[^>]*aria-invalid/);
    expect(answer("en", { problems: ["scoreMissing"] })).toMatch(
      /<fieldset[^>]*aria-invalid="true" aria-describedby="score-problem"/,
    );
  });

  it("keeps a comment as it was typed, an empty first line too", () => {
    expect(answer("en", { comment: "\nAnd then\n</textarea>" })).toContain(
      ">\n\nAnd then\n&lt;/textarea&gt;</textarea>",
    );
  });

  it("offers the drivers as boxes to tick, with those that were chosen before", () => {
    const html = answerPage(answerPageTemplate(asked("sv", { drivers: five("sv") })), {
      ...view,
      drivers: ["price", "gone"],
    });
    const boxes = [
      ...html.matchAll(/<input type="checkbox" name="driver" value="(\w+)"( checked)?><span>([^<]+)/g),
    ];
    expect(boxes.map(([, id, checked, label]) => [id, Boolean(checked), label])).toEqual([
      ["quality", false, "Kvalitet"],
      ["price", true, "Pris"],
      ["delivery", false, "Leverans"],
      ["service", false, "Service"],
      ["ease", false, "Hur enkelt det är"],
    ]);
    expect(answer("sv")).not.toContain('chips"');
  });

  it("asks how to be contacted, with what was chosen and typed before", () => {
    const checked = (html: string) =>
      [...html.matchAll(/<input [^>]*id="(contact|by-email|by-phone)"[^>]* checked>/g)].map(([, id]) => id);
    expect(checked(answer("en"))).toEqual(["by-email"]);
    expect(checked(answer("en", { contact: { by: "email", phone: "" } }))).toEqual(["contact", "by-email"]);
    const typed = answer("en", { contact: { by: "phone", phone: "call me" }, problems: ["phoneMissing"] });
    expect(checked(typed)).toEqual(["contact", "by-phone"]);
    expect(typed).toMatch(/role="alert".*<a href="#phone">/);
    expect(typed).toMatch(
      /id="phone"[^>]* value="call me" aria-invalid="true" aria-describedby="phone-problem"/,
    );
  });

  it("is not marked as a test unless it is one", () => {
    expect(answer("en", { test: true })).toContain("This is a test.");
    expect(answer("en")).not.toContain("This is a test.");
  });
});

describe("what others typed", () => {
  const evil = `"><script>alert('x')</script>{score}`;
  const texts = Object.fromEntries(Object.keys(asked("en").texts).map((field) => [field, evil]));
  const drivers = [{ id: "evil", label: evil }];
  const survey = asked("en", { texts: { ...asked("en").texts, ...texts }, drivers, companyName: evil });

  it("never becomes markup", () => {
    const pages = [
      answerPage(answerPageTemplate(survey), {
        ...view,
        action: evil,
        hidden: { [evil]: evil },
        comment: evil,
        contact: { by: "phone", phone: evil },
        optOutUrl: evil,
        problems: ["scoreMissing"],
        earlier: { score: 1, at: until },
      }),
      thanksPage(survey, { nonce: "n", score: 10, change: { url: evil, until } }),
      ...["x", evil].flatMap((who) => [
        thanksPage(survey, { nonce: "n", score: 1, next: { kind: "look", who, by: until }, change: null }),
        thanksPage(survey, {
          nonce: "n",
          score: 1,
          next: { kind: "call", who, by: until, phone: evil },
          change: null,
        }),
      ]),
      minePage(survey, {
        ...mine,
        answer: { ...mine.answer, comment: evil, drivers: [{ id: "x", label: evil }] },
        contact: { by: "phone", phone: evil },
        change: { url: evil, until },
        dataUrl: evil,
      }),
      optOutPage({ ...optOut, locale: "en", companyName: evil, action: evil, stopped: null }),
      optOutPage({ ...optOut, locale: "en", companyName: evil, stopped: until }),
      optOutPage({ ...optOut, locale: "en", companyName: evil, stopped: "for good" }),
    ];
    for (const html of pages) {
      expect(html).toContain("&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)");
      expect(html).not.toContain("alert('x')");
    }
  });

  it("may have lines, in the thanks", () => {
    const spoken = { ...asked("en").texts, thanksPassive: "Thanks.\nReally.\n\nYours" };
    expect(thanksPage({ ...survey, texts: spoken }, { nonce: "n", score: 7, change: null })).toContain(
      "<p>Thanks.<br>Really.</p><p>Yours</p>",
    );
  });
});

describe("the thanks", () => {
  const thanks = (next: NextStep | null) =>
    thanksPage(asked("en"), { nonce: "n", score: 3, next, change: null });

  it("say what happens next, by whom and by when", () => {
    const said = nextSteps.map((next) => /<p>([^<]*)<\/p><p>You can close/.exec(thanks(next))?.[1]);
    expect(said).toEqual([
      "A colleague at Fjordline will look into your answer by 23 December 2026, and may write to you.",
      "Bo Friis at Fjordline will write to you by 23 December 2026.",
      "Bo Friis at Fjordline will call you on +45 12 34 56 78 by 23 December 2026.",
      "A colleague at Fjordline has your answer. It is taking longer than it should.",
      "Fjordline has written to you by e-mail. You can simply reply to that.",
      "Fjordline closed this on 23 December 2026. If it is not solved, ask to be contacted.",
    ]);
  });

  it("promise nothing that nobody stands for", () => {
    expect(thanks(null)).not.toMatch(/Bo Friis|23 December/);
  });
});

describe("the opt-out page", () => {
  const page = (stopped: "for good" | Date | null) =>
    optOutPage({ ...optOut, locale: "de", companyName, stopped });

  it("asks with buttons, for good or for a break, and has none when it is done", () => {
    expect(page(null)).toMatch(/<form method="post" action="\/u\/1fjrd">.*<button>.*value="3".*value="12"/);
    expect(page("for good")).not.toMatch(/Keine solchen E-Mails mehr|name="months"/);
  });

  it("says until when a break lasts, and still lets out for good", () => {
    expect(page(until)).toContain("23. Dezember 2026");
    expect(page(until)).toContain("<button>Keine solchen E-Mails mehr</button>");
    expect(page(until)).not.toContain('value="3"');
  });
});

describe("the policy of these pages", () => {
  it("lets nothing run or load but what carries the nonce", () => {
    expect(pagePolicy("abc")).toContain("default-src 'none'; style-src 'nonce-abc'; script-src 'nonce-abc'");
    expect(pagePolicy("abc")).not.toMatch(/unsafe|\*/);
  });
});
