import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LiveKind, liveKinds } from "./events.ts";
import { canResume, hear, isLater, isStale, type Known, knownAt, learn, readPosition } from "./rules.ts";

describe("a position", () => {
  it.each([
    "",
    "7",
    "1.2.3:2:",
    "1.2.0:2:",
    "1.2.3:9:4,4",
    "1.2.3:9:5,4",
    "1.2.3:9:9",
    "1.2.3:9:2",
    "1.2.3:9:x",
    "1.2.3:9:4\n",
  ])("is not %j", (text) => {
    expect(readPosition(text)).toBeNull();
  });

  it("says how far its reader saw", () => {
    expect(readPosition("17.20.3:9:4,5")).toEqual({ run: 17, moment: 20, next: 9, running: 2 });
  });

  it("is later when more is begun, or less of the same is still running", () => {
    expect(isLater("1.1.5:6:", "1.1.5:5:")).toBe(true);
    expect(isLater("1.1.4:6:4", "1.1.4:6:4,5")).toBe(true);
    expect(isLater("1.1.4:6:4,5", "1.1.4:6:4")).toBe(false);
    expect(isLater("1.1.5:5:", "1.9.5:5:")).toBe(false);
  });

  it("can be gone on from within ten minutes, in the same run of the server, and never from the future", () => {
    expect(canResume("1.0.5:5:", "1.600000.9:9:")).toBe(true);
    expect(canResume("1.0.5:5:", "1.600001.9:9:")).toBe(false);
    expect(canResume("1.0.5:5:", "2.10.9:9:")).toBe(false);
    expect(canResume("1.0.9:9:", "1.10.5:5:")).toBe(false);
    expect(canResume("made up", "1.10.5:5:")).toBe(false);
  });
});

const at = (n: number, run = 1) => `${run}.${n}.${n + 1}:${n + 1}:`;
const kinds = fc.uniqueArray(fc.constantFrom(...liveKinds), { minLength: 1, maxLength: 3 });

type Happening = { what: string; kinds?: LiveKind[]; tab?: number; to?: number };

/** What happens to two tabs of a browser, one after the other: things change, the stream tells, tabs talk, come and go. */
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ what: fc.constant("change" as const), kinds }),
  fc.record({ what: fc.constantFrom("told", "away") }),
  fc.record({ what: fc.constantFrom("said", "lost"), to: fc.constantFrom(0, 1) }),
  fc.record({ what: fc.constant("read" as const), tab: fc.constantFrom(0, 1) }),
  fc.record({ what: fc.constant("lead" as const), tab: fc.constantFrom(0, 1) }),
);

it("however tabs come, go and share a stream, none shows less than there is once it has heard, and none reads in vain", () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 60 }), (story) => {
      let now = 1;
      let leader = 0;
      const changedAt = new Map<LiveKind, number>();
      const tabs = [0, 1].map(() => ({ page: 1, known: knownAt(at(1)) as Known, joined: true }));
      const tell = (known: Known) => {
        const since = readPosition(known.until)!.next - 1;
        const changed = [...changedAt].filter(([, n]) => n > since).map(([kind]) => kind);
        return hear(known, at(now), changed);
      };
      const run: Record<string, (one: Happening) => void> = {
        change({ kinds: some }) {
          now += 1;
          for (const kind of some!) changedAt.set(kind, now);
        },
        told() {
          tabs[leader]!.known = tell(tabs[leader]!.known);
        },
        said({ to }) {
          tabs[to!]!.known = learn(tabs[to!]!.known, tabs[leader]!.known);
        },
        read({ tab }) {
          tabs[tab!]!.page = now;
        },
        lead({ tab }) {
          leader = tab!;
        },
        lost() {},
        away() {},
      };
      for (const one of story) run[one.what]!(one);

      tabs[leader]!.known = tell(tabs[leader]!.known);
      for (const tab of tabs) {
        tab.known = learn(tab.known, tabs[leader]!.known);
        for (const kind of liveKinds) {
          const missed = (changedAt.get(kind) ?? 0) > tab.page;
          if (missed) expect(isStale(at(tab.page), [kind], tab.known)).toBe(true);
          tab.page = now;
          expect(isStale(at(tab.page), [kind], tab.known)).toBe(false);
        }
      }
    }),
  );
});

it("reads everything again when what another tab knows begins after a gap, or the server was started anew", () => {
  const mine = knownAt(at(3));
  const theirs = hear(knownAt(at(9)), at(12), ["cases"]);
  expect(isStale(at(3), ["contacts"], learn(mine, theirs))).toBe(true);
  const anew = hear(hear(mine, at(5), ["cases"]), at(2, 2), "resync");
  expect(isStale(at(5), ["contacts"], anew)).toBe(true);
  expect(isStale(at(2, 2), [...liveKinds], anew)).toBe(false);
});
