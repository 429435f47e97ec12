import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expiryOf, idleDays, isWorthNoting, longestDays, networkOf } from "./session-rules.ts";

const day = 86_400_000;
const moment = fc.date({ min: new Date("2026-01-01"), max: new Date("2027-01-01"), noInvalidDate: true });

describe("the end of a session", () => {
  it("is never later than either limit, and at one of them", () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: longestDays * day }), (begun, after) => {
        const used = new Date(begun.getTime() + after);
        const ends = expiryOf(begun, used).getTime();
        expect([used.getTime() + idleDays * day, begun.getTime() + longestDays * day]).toContain(ends);
        expect(ends).toBeLessThanOrEqual(used.getTime() + idleDays * day);
        expect(ends).toBeLessThanOrEqual(begun.getTime() + longestDays * day);
      }),
    );
  });

  it("is written down every five minutes at most", () => {
    const noted = new Date("2026-11-23T09:00:00Z");
    expect(isWorthNoting(noted, new Date("2026-11-23T09:04:59Z"))).toBe(false);
    expect(isWorthNoting(noted, new Date("2026-11-23T09:05:00Z"))).toBe(true);
  });
});

describe("the network of an address", () => {
  it.each([
    ["192.0.2.77", "192.0.2.0"],
    ["::ffff:192.0.2.77", "192.0.2.0"],
    ["2001:db8:aa:bb::7", "2001:db8:aa::"],
    ["2001:0db8:00aa::7", "2001:db8:aa::"],
    ["2001:DB8::7", "2001:db8:0::"],
    ["::1", null],
    ["127.0.0.1", null],
    ["1::3:4:5:6:7:8", "1:0:3::"],
    ["", null],
    ["somewhere", null],
  ])("of %s is %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it("is the same for all addresses that begin alike, and says nothing of the rest", () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.integer({ min: 0, max: 255 }), (address, last) => {
        expect(networkOf(address.replace(/\d+$/, String(last)))).toBe(networkOf(address));
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 }), (groups) => {
        const hex = groups.map((group) => group.toString(16));
        fc.pre(groups.slice(0, 3).some((group) => group > 0));
        expect(networkOf(hex.join(":"))).toBe(`${hex.slice(0, 3).join(":")}::`);
      }),
    );
  });
});
