import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { domainOf, type Identity, isProven, ownPath, refusalOf } from "./rules.ts";

const identity: Identity = {
  issuer: "https://login.fjordline.example",
  subject: "1",
  email: "maja@fjordline.example",
  verified: true,
  name: null,
  hostedDomain: null,
};
const proven = ["fjordline.example", "blåbär.example"].map((domain) => domainOf(`x@${domain}`));

describe("whom a provider may speak for", () => {
  it.each([
    ["maja@fjordline.example", null],
    ["Maja@FJORDLINE.example", null],
    ["bo@blåbär.example", null],
    ["bo@xn--blbr-noae.example", null],
    ["maja@mail.fjordline.example", "other_domain"],
    ["maja@fjordline.example.evil.example", "other_domain"],
    ["maja@fjordline.example@evil.example", "other_domain"],
    ["@fjordline.example", "other_domain"],
    ["fjordline.example", "other_domain"],
    [null, "no_address"],
  ])("%s: %s", (email, refusal) => {
    expect(refusalOf({ ...identity, email }, proven)).toBe(refusal);
  });

  it("is nobody whose address the provider calls unverified", () => {
    expect(refusalOf({ ...identity, verified: false }, proven)).toBe("not_verified");
  });

  it("is at Google whoever is of the company there, and nobody who only wrote its address", () => {
    const atGoogle = { ...identity, issuer: "https://accounts.google.com" };
    expect(refusalOf(atGoogle, proven)).toBe("other_domain");
    expect(refusalOf({ ...atGoogle, hostedDomain: "evil.example" }, proven)).toBe("other_domain");
    expect(refusalOf({ ...atGoogle, hostedDomain: "Fjordline.example" }, proven)).toBeNull();
  });

  it("is never anybody of a domain that is not proven", () => {
    fc.assert(
      fc.property(fc.emailAddress(), (email) => {
        expect(
          refusalOf(
            { ...identity, email },
            proven.filter((one) => one !== domainOf(email)),
          ),
        ).not.toBeNull();
      }),
    );
  });
});

it("a path to go on to is one of ours, whatever is asked for", () => {
  expect(ownPath("/fjordline/cases/12")).toBe("/fjordline/cases/12");
  expect(ownPath(undefined)).toBe("/");
  fc.assert(
    fc.property(fc.array(fc.constantFrom("/", "\\", "a", ".", "@", ":", "?", "%2f", " ", "\t")), (parts) => {
      const to = new URL(ownPath(parts.join("")), "https://svar.example");
      expect(to.origin).toBe("https://svar.example");
    }),
  );
});

it("a domain is proven by its text alone, quoted or not", () => {
  expect(isProven("svar-domain=1", ["v=spf1 -all", ' "svar-domain=1"'])).toBe(true);
  expect(isProven("svar-domain=1", ["svar-domain=12", "x svar-domain=1"])).toBe(false);
});
