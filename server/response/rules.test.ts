import { describe, expect, it } from "vitest";
import { changeBetween } from "./rules.ts";

const said = { score: 4, comment: "Late", drivers: [], contactBy: null, contactPhone: null };
const price = { id: "price", label: "Price" };
const nothing = { score: null, comment: null, added: [], removed: [], wish: null };

describe("what a customer changed", () => {
  it("is the score, the comment, the reasons and the wish to be contacted, each by itself", () => {
    expect(changeBetween(said, said)).toEqual(nothing);
    expect(changeBetween(said, { ...said, score: 7 })).toEqual({ ...nothing, score: { from: 4, to: 7 } });
    expect(changeBetween(said, { ...said, comment: null })).toEqual({ ...nothing, comment: "removed" });
    expect(changeBetween({ ...said, comment: null }, said)).toEqual({ ...nothing, comment: "added" });
    expect(changeBetween(said, { ...said, comment: "Late!" })).toEqual({ ...nothing, comment: "rewritten" });
    expect(changeBetween(said, { ...said, drivers: [price] })).toEqual({ ...nothing, added: ["Price"] });
    expect(changeBetween({ ...said, drivers: [price] }, said)).toEqual({ ...nothing, removed: ["Price"] });
  });

  it("tells a wish that is new from one that is taken back and one that changed", () => {
    const [mail, phone] = [
      { ...said, contactBy: "email" as const },
      { ...said, contactBy: "phone" as const, contactPhone: "+46 8 123 45" },
    ];
    expect(changeBetween(said, mail).wish).toBe("asked");
    expect(changeBetween(mail, said).wish).toBe("taken_back");
    expect(changeBetween(mail, phone).wish).toBe("changed");
    expect(changeBetween(phone, { ...phone, contactPhone: "+46 8 123 46" }).wish).toBe("changed");
  });
});
