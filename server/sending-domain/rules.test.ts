import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { domainName, hostsToAsk, judge, nextSelector, standingOf, wantedRecords } from "./rules.ts";

const platform = { mailDomain: "reply.svar.example", spfInclude: "spf.svar.example" };
const keys = [{ id: "k1", selector: "svar202611", publicKey: "MIIBkey" }];
const [dkim, mx, spf, dmarc] = wantedRecords(
  { domain: "mail.fjordline.dk", returnLabel: "bounce" },
  keys,
  platform,
) as [W, W, W, W];
type W = ReturnType<typeof wantedRecords>[number];
const stateOf = (wanted: W, ...answer: string[]) => judge(wanted, answer).state;

describe("the records of a domain", () => {
  it("are those of its key, of the return path and of DMARC", () => {
    expect([dkim, mx, spf, dmarc].map(({ type, host, expected }) => `${type} ${host} ${expected}`)).toEqual([
      "TXT svar202611._domainkey.mail.fjordline.dk v=DKIM1; k=rsa; p=MIIBkey",
      "MX bounce.mail.fjordline.dk 10 reply.svar.example",
      "TXT bounce.mail.fjordline.dk v=spf1 include:spf.svar.example ~all",
      "TXT _dmarc.mail.fjordline.dk v=DMARC1; p=none",
    ]);
  });

  it.each([
    ["verified", "v=DKIM1; k=rsa; p=MIIBkey"],
    ["verified", "p=MIIB key;v=DKIM1 "],
    ["wrong", "v=DKIM1; p=MIIBother"],
    ["wrong", "v=DKIM1; p="],
    ["wrong", "v=DKIM1; k=ed25519; p=MIIBkey"],
    ["missing", "hello"],
  ])("of DKIM: %s for %s", (state, text) => {
    expect(stateOf(dkim, text)).toBe(state);
  });

  it("of DKIM may stand beside others", () => {
    expect(stateOf(dkim, "p=old", "v=DKIM1; p=MIIBkey")).toBe("verified");
  });

  it.each([
    ["verified", ["v=spf1 include:spf.svar.example ~all"]],
    ["verified", ["google-site-verification=x", "V=SPF1 mx +include:SPF.svar.example -all"]],
    ["wrong", ["v=spf1 -all"]],
    ["wrong", ["v=spf1 -include:spf.svar.example ~all"]],
    ["wrong", ["v=spf1 include:spf.svar.example.evil.example ~all"]],
    ["wrong", ["v=spf1 include:spf.svar.example ~all", "v=spf1 mx ~all"]],
    ["missing", ["v=spf10 include:spf.svar.example"]],
    ["missing", []],
  ])("of SPF: %s for %j", (state, texts) => {
    expect(stateOf(spf, ...texts)).toBe(state);
  });

  it.each([
    ["verified", ["10 reply.svar.example."]],
    ["verified", ["20 other.example", "5 REPLY.svar.example"]],
    ["wrong", ["5 other.example", "10 reply.svar.example"]],
    ["missing", []],
  ])("of MX: %s for %j", (state, servers) => {
    expect(stateOf(mx, ...servers)).toBe(state);
  });

  it.each([
    ["verified", ["v=DMARC1; p=reject; rua=mailto:x@y.example"]],
    ["wrong", ["v=DMARC1; rua=mailto:x@y.example"]],
    ["wrong", ["v=DMARC1; p=none", "v=DMARC1; p=reject"]],
    ["missing", ["v=DMARC12; p=none"]],
  ])("of DMARC: %s for %j", (state, texts) => {
    expect(stateOf(dmarc, ...texts)).toBe(state);
  });

  it("of DMARC are looked for at the domain and above it, never at a whole country", () => {
    expect(hostsToAsk(dmarc)).toEqual(["_dmarc.mail.fjordline.dk", "_dmarc.fjordline.dk"]);
    expect(hostsToAsk(mx)).toEqual(["bounce.mail.fjordline.dk"]);
  });

  it("are not wrong because DNS could not be asked", () => {
    for (const one of [dkim, mx, spf, dmarc]) expect(judge(one, null).state).toBe("unknown");
  });

  it("are judged without a mistake whatever stands there", () => {
    fc.assert(
      fc.property(fc.constantFrom(dkim, mx, spf, dmarc), fc.array(fc.string()), (wanted, answer) => {
        expect(["missing", "wrong", "verified"]).toContain(judge(wanted, answer).state);
      }),
    );
  });
});

describe("a domain", () => {
  const record = (name: W["name"], state: "verified" | "missing" | "wrong" | "unknown") => ({
    ...dkim,
    ...{ name, state, found: [] },
  });
  const others = [record("mx", "verified"), record("spf", "verified"), record("dmarc", "verified")];

  it("is verified when all is right and one key is published", () => {
    expect(standingOf([record("dkim", "verified"), ...others])).toBe("verified");
    expect(standingOf([record("dkim", "verified"), record("dkim", "missing"), ...others])).toBe("verified");
    expect(standingOf([record("dkim", "missing"), ...others])).toBe("not");
    expect(standingOf([record("dkim", "verified"), record("mx", "wrong"), ...others.slice(1)])).toBe("not");
    expect(standingOf([record("dkim", "unknown"), ...others])).toBe("unknown");
    expect(standingOf([record("dkim", "unknown"), record("mx", "wrong"), ...others])).toBe("not");
  });

  it.each([
    ["Fjordline.DK.", "fjordline.dk"],
    ["blåbær.no", "xn--blbr-roah.no"],
    ["fjordline", null],
    ["maja@fjordline.dk", null],
    ["https://fjordline.dk", null],
    ["192.168.0.1", null],
  ])("of the name %s is %s", (written, name) => {
    expect(domainName(written)).toBe(name);
  });

  it("has selectors that are never used twice", () => {
    const now = new Date("2026-11-23T09:00:00Z");
    const taken: string[] = [];
    for (let n = 0; n < 40; n++) taken.push(nextSelector(now, taken));
    expect(taken.slice(0, 3)).toEqual(["svar202611", "svar202611b", "svar202611c"]);
    expect(new Set(taken).size).toBe(40);
  });
});
