import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { usualWorkingTime } from "#server/working-time/rules.ts";
import { dueAtOf, hearersOf, hourMs, type NewsFacts, nextMorning, planOf, type Waiting } from "./rules.ts";

const start = Date.parse("2026-11-23T09:00:00Z");
const second = 1_000;
const minute = 60 * second;

/** Acts, each of some cases at once, so many seconds after the one before. */
const anyActs = fc.array(
  fc.record({
    after: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 5_000 })),
    cases: fc.oneof({ weight: 5, arbitrary: fc.constant(1) }, fc.integer({ min: 2, max: 60 })),
  }),
  { maxLength: 80 },
);

type Told = { at: number; news: Waiting[] };

/** What is told of these acts by a worker that looks every `step` seconds, as the database remembers it in between. */
function run(
  acts: { after: number; cases: number }[],
  most: number,
  step: number,
  between: (now: number) => void = () => {},
): { told: Told[]; all: string[] } {
  let at = start;
  const coming = acts.flatMap(({ after, cases }, act) => {
    at += after * second;
    return Array.from({ length: cases }, (_, n) => ({
      ...{ newsId: `${String(act).padStart(3, "0")}-${String(n).padStart(2, "0")}`, together: `${act}` },
      ...{ at: new Date(at), dueAt: new Date(at) },
    }));
  });
  const all = coming.map(({ newsId }) => newsId);
  const told: Told[] = [];
  let waiting: Waiting[] = [];
  for (let now = start; coming.length > 0 || waiting.length > 0; now += step * second) {
    while (coming[0] && coming[0].at.getTime() <= now) waiting.push(coming.shift()!);
    const times = told.map((one) => new Date(one.at));
    const { tell, hold } = planOf({ pace: "at_once", most }, waiting, times, new Date(now));
    for (const news of tell) told.push({ at: now, news });
    const gone = new Set(tell.flat().map(({ newsId }) => newsId));
    const put = new Set(hold?.news.map(({ newsId }) => newsId));
    waiting = waiting
      .filter(({ newsId }) => !gone.has(newsId))
      .map((one) => (put.has(one.newsId) ? { ...one, dueAt: hold!.until } : one));
    between(now);
    if (now > start + 200 * hourMs) throw new Error("it never ends");
  }
  return { told, all };
}

const anyRun = fc.tuple(anyActs, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 90 }));

describe("an alert that tells at once", () => {
  it("never tells more than it may within any hour", () => {
    fc.assert(
      fc.property(anyRun, ([acts, most, step]) => {
        const { told } = run(acts, most, step);
        for (const { at } of told) {
          expect(told.filter((one) => one.at > at - hourMs && one.at <= at).length).toBeLessThanOrEqual(most);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("tells everything, once, and in the order in which it happened", () => {
    fc.assert(
      fc.property(anyRun, ([acts, most, step]) => {
        const { told, all } = run(acts, most, step);
        expect(told.flatMap(({ news }) => news.map(({ newsId }) => newsId))).toEqual(all);
      }),
      { numRuns: 60 },
    );
  });

  it("tells what was done at once in one message, and nothing waits longer than an hour and a look", () => {
    fc.assert(
      fc.property(anyRun, ([acts, most, step]) => {
        const { told } = run(acts, most, step);
        const places = new Map<string, Set<number>>();
        for (const [place, { at, news }] of told.entries()) {
          for (const one of news) {
            places.set(one.together, (places.get(one.together) ?? new Set()).add(place));
            expect(at - one.at.getTime()).toBeLessThanOrEqual(hourMs + 2 * step * second);
          }
        }
        for (const of of places.values()) expect(of.size).toBe(1);
      }),
      { numRuns: 60 },
    );
  });

  it("tells ten by themselves, and fourteen more of the same hour as one", () => {
    const acts = Array.from({ length: 24 }, () => ({ after: 60, cases: 1 }));
    const { told } = run(acts, 10, 1);
    expect(told.map(({ news }) => news.length)).toEqual([...Array.from({ length: 10 }, () => 1), 14]);
    expect(told.at(-1)!.at - told[0]!.at).toBe(hourMs);
  });

  it("tells fifty cases of one act in one message", () => {
    expect(run([{ after: 0, cases: 50 }], 10, 1).told.map(({ news }) => news.length)).toEqual([50]);
  });

  it("has what waits go first where the number was lowered meanwhile", () => {
    const one = { newsId: "a", together: "a", at: new Date(start), dueAt: new Date(start) };
    const told = [1, 2, 3].map((n) => new Date(start - n * minute));
    const { tell, hold } = planOf({ pace: "at_once", most: 2 }, [one], told, new Date(start));
    expect(tell).toEqual([]);
    expect(hold!.until).toEqual(new Date(start - 2 * minute + hourMs));
  });
});

describe("a digest", () => {
  it("tells everything that is due in one message, and nothing else", () => {
    const waiting = [1, 2, 3].map((n) => ({
      ...{ newsId: `${n}`, together: `${n}`, at: new Date(start) },
      dueAt: new Date(start + (n < 3 ? 0 : hourMs)),
    }));
    const { tell, hold } = planOf({ pace: "hourly", most: 1 }, waiting, [new Date(start)], new Date(start));
    expect(tell.map((news) => news.map(({ newsId }) => newsId))).toEqual([["1", "2"]]);
    expect(hold).toBeNull();
  });

  const copenhagen = usualWorkingTime("Europe/Copenhagen");
  const office = { ...copenhagen, week: [0, 1, 2, 3, 4].map(() => [{ from: 540, to: 1020 }]) };
  it.each([
    ["hourly", "2026-11-23T09:20:00Z", "2026-11-23T10:00:00Z"],
    ["hourly", "2026-11-23T10:00:00Z", "2026-11-23T11:00:00Z"],
    ["morning", "2026-11-23T09:20:00Z", "2026-11-24T08:00:00Z"],
    ["morning", "2026-11-23T03:00:00Z", "2026-11-23T08:00:00Z"],
    ["morning", "2026-11-23T08:00:00Z", "2026-11-24T08:00:00Z"],
    ["morning", "2026-11-27T12:00:00Z", "2026-11-30T08:00:00Z"],
    ["morning", "2026-03-27T12:00:00Z", "2026-03-30T07:00:00Z"],
    ["at_once", "2026-11-23T09:20:00Z", "2026-11-23T09:20:00Z"],
  ] as const)("told %s, what happened at %s is told at %s", (pace, at, told) => {
    expect(dueAtOf(pace, new Date(at), office)).toEqual(new Date(told));
  });

  it("comes at eight where people work round the clock, and never on a day off", () => {
    const friday = new Date("2026-11-20T12:00:00Z");
    expect(nextMorning(copenhagen, friday)).toEqual(new Date("2026-11-23T07:00:00Z"));
    const closedBecause = (day: string) => (day === "2026-11-23" ? { name: "Company day" } : null);
    expect(nextMorning({ ...office, closedBecause }, friday)).toEqual(new Date("2026-11-24T08:00:00Z"));
    expect(nextMorning({ ...office, closedBecause: () => ({ name: "Always" }) }, friday)).toEqual(
      new Date("2026-11-21T12:00:00Z"),
    );
  });
});

describe("who hears of something", () => {
  const alert = {
    id: "x",
    userId: null,
    channelId: null,
    kinds: ["new_case"],
    scope: "all",
    teamId: null,
    pace: "at_once",
  } as const;
  const news: NewsFacts = {
    kind: "new_case",
    personId: "bo",
    standInId: "bo",
    actorId: null,
    teamId: "north",
  };
  const heard = (alerts: Parameters<typeof hearersOf>[0], over: Partial<NewsFacts> = {}) =>
    hearersOf(alerts, { ...news, ...over }).map(({ id }) => id);
  const mine = (userId: string) => ({ ...alert, id: userId, userId, scope: "mine" }) as const;

  it("whose case it is, and who stands in, hear of what is theirs", () => {
    const all = [mine("bo"), mine("liv"), mine("maja")];
    expect(heard(all)).toEqual(["bo"]);
    expect(heard(all, { standInId: "liv" })).toEqual(["bo", "liv"]);
    expect(heard(all, { personId: null, standInId: null })).toEqual([]);
    expect(heard([{ ...mine("bo"), kinds: ["overdue"] }])).toEqual([]);
  });

  it("a team's alert hears of its team, one of all of everything, and nobody of what they did themselves", () => {
    const team = { ...alert, id: "t", channelId: "c", scope: "team", teamId: "north" } as const;
    const all = { ...alert, id: "a", userId: "maja" } as const;
    expect(heard([team, all])).toEqual(["t", "a"]);
    expect(heard([team, all], { teamId: "south" })).toEqual(["a"]);
    expect(heard([team, all], { teamId: null, actorId: "maja" })).toEqual([]);
  });

  it("each reader is told once, by the alert that tells soonest", () => {
    const digest = { ...mine("bo"), id: "digest", pace: "morning" } as const;
    const all = { ...alert, id: "all", userId: "bo" } as const;
    expect(heard([digest, all])).toEqual(["all"]);
    expect(heard([all, mine("bo")])).toEqual(["bo"]);
    const channels = ["c", "d"].map((channelId) => ({ ...alert, id: channelId, channelId }) as const);
    expect(heard([...channels, digest])).toEqual(["c", "d", "digest"]);
  });
});
