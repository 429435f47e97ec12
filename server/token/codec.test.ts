import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { base32Number, readBase32Number } from "./base32.ts";
import { createTokenCodec, retired, type TokenPurpose } from "./codec.ts";

const codec = createTokenCodec("a secret for tests that is long enough");
const other = createTokenCodec("another secret for tests, also long");
const purposes: TokenPurpose[] = [
  "answer",
  "opt-out",
  "case-address",
  "bounce-address",
  "opt-out-address",
  "member-invitation",
  "recovery-check",
];
const purpose = fc.constantFrom(...purposes);
const target = fc.record({
  workspaceKey: fc.stringMatching(/^[0-9a-hjkmnp-tv-z]{5}$/),
  number: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
});

describe("tokens", () => {
  it("open to what they were sealed for", () => {
    fc.assert(
      fc.property(purpose, target, (p, t) => {
        expect(codec.open(p, codec.seal(p, t))).toEqual(t);
        expect(codec.openFromAddress(p, codec.sealForAddress(p, t).toUpperCase())).toEqual(t);
      }),
    );
  });

  it("are worthless for another purpose and under another secret", () => {
    fc.assert(
      fc.property(purpose, purpose, target, (p, q, t) => {
        if (p !== q) expect(codec.open(q, codec.seal(p, t))).toBeNull();
        expect(other.open(p, codec.seal(p, t))).toBeNull();
      }),
    );
  });

  it("do not survive the change of a single character", () => {
    fc.assert(
      fc.property(
        purpose,
        target,
        fc.nat(),
        fc.constantFrom(..."0123456789abcdefghjkmnpqrstvwxyz~"),
        (p, t, at, char) => {
          const token = codec.seal(p, t);
          const i = at % token.length;
          if (token[i] === char) return;
          expect(codec.open(p, token.slice(0, i) + char + token.slice(i + 1))).toBeNull();
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("are refused when they are garbage, without throwing", () => {
    fc.assert(fc.property(purpose, fc.string({ maxLength: 80 }), (p, text) => codec.open(p, text) === null));
    fc.assert(
      fc.property(
        purpose,
        fc.string({ maxLength: 80 }),
        (p, text) => codec.openFromAddress(p, text) === null,
      ),
    );
  });

  it("fit a link of 75 characters and a local part of 64", () => {
    const largest = { workspaceKey: "zzzzz", number: 2 ** 40 };
    expect(`https://svar.example.com/r/${codec.seal("answer", largest)}/10`.length).toBeLessThanOrEqual(75);
    expect(`case+${codec.sealForAddress("case-address", largest)}`.length).toBeLessThanOrEqual(64);
  });

  it("hash the same address differently for each workspace", () => {
    const [a, b] = [codec.hashAddress("w1", "a@b.se"), codec.hashAddress("w2", "a@b.se")];
    expect(Buffer.from(a).equals(Buffer.from(b))).toBe(false);
  });
});

it("numbers survive base32", () => {
  fc.assert(fc.property(fc.maxSafeNat(), (n) => readBase32Number(base32Number(n)) === n));
});

describe("what is encrypted", () => {
  const bytes = fc.uint8Array({ maxLength: 300 });

  it("is read back by the same installation for the same use, and looks different each time", () => {
    fc.assert(
      fc.property(bytes, (plain) => {
        const sealed = codec.encrypt("dkim-key", plain);
        expect(Buffer.from(codec.decrypt("dkim-key", sealed)!)).toEqual(Buffer.from(plain));
        expect(codec.decrypt("else", sealed)).toBeNull();
        expect(other.decrypt("dkim-key", sealed)).toBeNull();
        expect(Buffer.from(codec.encrypt("dkim-key", plain))).not.toEqual(Buffer.from(sealed));
      }),
      { numRuns: 50 },
    );
  });

  it("does not survive the change of a bit, and garbage is nothing", () => {
    fc.assert(
      fc.property(bytes, fc.nat(), fc.integer({ min: 0, max: 7 }), (plain, at, bit) => {
        const sealed = Buffer.from(codec.encrypt("dkim-key", plain));
        const place = at % sealed.length;
        sealed[place] = sealed[place]! ^ (1 << bit);
        expect(codec.decrypt("dkim-key", sealed)).toBeNull();
        expect(codec.decrypt("dkim-key", plain)).toBeNull();
      }),
    );
  });
});

describe("after the secret was changed", () => {
  const [first, second, third] = ["first", "second", "third"].map(
    (one) => `the ${one} secret for tests, long`,
  );
  const before = createTokenCodec(first!);
  const between = createTokenCodec(second!, [first!]);
  const now = createTokenCodec(third!, [first!, second!]);

  it("links and addresses that were sent lead where they led, and new ones are made with the new secret", () => {
    fc.assert(
      fc.property(purpose, target, (p, t) => {
        for (const old of [before, between]) {
          expect(now.open(p, old.seal(p, t))).toEqual(t);
          expect(now.openFromAddress(p, old.sealForAddress(p, t).toUpperCase())).toEqual(t);
          expect(old.open(p, now.seal(p, t))).toBeNull();
        }
        expect(now.open(p, now.seal(p, t))).toEqual(t);
        expect([before, between, now].map((codec) => codec.seal(p, t)[0])).toEqual(["1", "2", "3"]);
      }),
    );
  });

  it("a token says which secret it was made with and is taken by no other", () => {
    fc.assert(
      fc.property(purpose, target, (p, t) => {
        expect(now.open(p, `3${before.seal(p, t).slice(1)}`)).toBeNull();
        expect(createTokenCodec(third!, [second!]).open(p, now.seal(p, t))).toBeNull();
      }),
    );
  });

  it("what was encrypted and signed is still read, what is new only with the new secret", () => {
    const plain = Buffer.from("a private key");
    expect(Buffer.from(now.decrypt("dkim-key", before.encrypt("dkim-key", plain))!)).toEqual(plain);
    expect(before.decrypt("dkim-key", now.encrypt("dkim-key", plain))).toBeNull();
    expect(now.verify("page", "text", between.sign("page", "text"))).toBe(true);
    expect(before.verify("page", "text", now.sign("page", "text"))).toBe(false);
  });

  it("an address that was to be left alone still is", () => {
    const hash = (codec: typeof now) => Buffer.from(codec.hashAddress("w1", "a@b.se")).toString("hex");
    expect([hash(between), hash(now)]).toEqual([hash(before), hash(before)]);
  });

  it("of one that others know nothing is taken but the hashes of addresses", () => {
    const closed = createTokenCodec(third!, [retired + first!, second!]);
    const t = { workspaceKey: "abcde", number: 7 };
    expect(closed.open("answer", before.seal("answer", t))).toBeNull();
    expect(closed.open("answer", between.seal("answer", t))).toEqual(t);
    expect(closed.verify("page", "text", before.sign("page", "text"))).toBe(false);
    expect(closed.decrypt("dkim-key", before.encrypt("dkim-key", Buffer.from("a key")))).toBeNull();
    expect(closed.hashAddress("w1", "a@b.se")).toEqual(before.hashAddress("w1", "a@b.se"));
  });
});
