import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commonPasswords } from "./common-passwords.ts";
import { weaknessOf } from "./password-rules.ts";

const maja = ["Maja Berg", "maja.berg@fjordline.example"];

describe("a password", () => {
  it.each(["password", "Password1", "12345678", "QWERTYUIOP", "iloveyou", "sunshine"])(
    "that many people have is common: %s",
    (password) => expect(weaknessOf(password, [])).toBe("common"),
  );

  it.each([
    "majaberg",
    "Maja2026",
    "fjordline",
    "Fjordline!1",
    "maja.berg@fjordline.example",
    "svar2026",
    "svarsvar",
    "berg-maja-99",
    "svarpassword",
  ])("that is little more than one's own words is refused: %s", (password) => {
    expect(weaknessOf(password, maja)).toBe("own");
  });

  it.each([
    "en lang kode 1234",
    "a long and quiet sentence",
    "fjord og svar",
    "maja walks at dawn",
    "Tr0ub4dor&3",
    "ein Satz über Berge",
  ])("that is neither will do: %s", (password) => {
    expect(weaknessOf(password, maja)).toBeNull();
  });

  it("of nothing but numbers and own words is never taken, however they are put together", () => {
    const part = fc.constantFrom("maja", "BERG", "Svar", "fjordline", "-", ".", "!");
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), fc.nat(9999), (parts, number) => {
        fc.pre(parts.some((one) => /[a-z]/i.test(one)));
        expect(weaknessOf(`${parts.join("")}${number}`, maja)).not.toBeNull();
      }),
    );
  });

  it("is compared with more than the 3000 commonest that are long enough (ASVS 5.0, 6.2.4)", () => {
    expect(commonPasswords.size).toBeGreaterThan(3000);
    expect([...commonPasswords].every((one) => one === one.toLowerCase())).toBe(true);
  });
});
