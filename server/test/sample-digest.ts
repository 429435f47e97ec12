import type { DigestProps } from "#emails/digest-props.ts";
import type { Locale } from "#server/i18n/locales.ts";

const url = "https://svar.example/fjordline";

/** A digest with everything that one can have: a change, few that were not asked, long words and long comments. */
export function sampleDigest(locale: Locale): DigestProps {
  const comment = (id: string, score: number, text: string) => ({
    ...{ id, score, comment: text, locale: "nb", accountName: "Kystlinjen" },
    ...{ contactName: "Anna-Katariina Lindqvist-Österberg", contactEmail: null },
  });
  return {
    figures: {
      counts: { detractors: 4, passives: 12, promoters: 24 },
      before: { detractors: 24, passives: 12, promoters: 4 },
      compared: { from: "2026-11-09", to: "2026-11-15", days: 7 },
      verdict: { kind: "up", nps: 50, points: 100 },
      longer: {
        days: { from: "2026-08-25", to: "2026-11-22" },
        counts: { detractors: 200, passives: 500, promoters: 700 },
      },
      asked: { sent: 1_412, answered: 640 },
      setAside: 3,
      notInvited: 2,
      reasons: [{ id: "staff", label: "Vänlighet och bemötande i terminalen", n: 17 }],
      comments: [
        comment("1", 0, `Ferja var sen igjen. ${"Ingen sa noe om det. ".repeat(40)}`),
        comment("2", 8, "Greit nok.\n\nMen kaffen var kald."),
        comment("3", 10, "Hyggelige folk!"),
      ],
      cases: { opened: 3, overdue: 1, wentOverdue: 1 },
    },
    days: { from: "2026-11-16", to: "2026-11-22" },
    workspaceName: "Fjordline",
    place: "Fjordline · Team: Freight",
    rhythm: "weekly",
    setUpBy: "Karin Dahl",
    test: false,
    links: {
      dashboard: `${url}/dashboard?from=2026-11-16&to=2026-11-22`,
      answers: `${url}/responses?from=2026-11-16&to=2026-11-22`,
      groups: {
        detractor: `${url}/responses?group=detractor`,
        passive: `${url}/responses?group=passive`,
        promoter: `${url}/responses?group=promoter`,
      },
      longer: `${url}/dashboard?from=2026-08-25&to=2026-11-22`,
      setAside: `${url}/responses/set-aside`,
      cases: `${url}/cases`,
      answer: (id) => `${url}/responses/${id}`,
      reason: (id) => `${url}/responses?driver=${id}`,
      change: `${url}/settings/digests/1`,
      end: "https://svar.example/d/1fjrd0a",
    },
    locale,
  };
}
