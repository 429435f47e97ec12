import { describe, expect, it } from "vitest";
import { createTogether } from "./together.ts";

/** A reading that ends when it is told to, and what each began with. */
function readings() {
  const begun: { answer(text: string): void; fail(): void }[] = [];
  const read = () =>
    new Promise<string>((resolve, reject) => {
      begun.push({ answer: resolve, fail: () => reject(new Error("away")) });
    });
  return { begun, read };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("reading together", () => {
  it("gives those who ask during a reading the next one, which begins after they asked", async () => {
    const { begun, read } = readings();
    const together = createTogether<string>();
    const first = together("a", read);
    const [second, third] = [together("a", read), together("a", read)];
    expect(begun).toHaveLength(1);
    begun[0]!.answer("old");
    await settled();
    expect(begun).toHaveLength(2);
    begun[1]!.answer("new");
    expect(await Promise.all([first, second, third])).toEqual(["old", "new", "new"]);
  });

  it("reads anew for whoever asks when none runs any more", async () => {
    const { begun, read } = readings();
    const together = createTogether<string>();
    const first = together("a", read);
    begun[0]!.answer("old");
    await settled();
    const later = together("a", read);
    begun[1]!.answer("new");
    expect([await first, await later]).toEqual(["old", "new"]);
  });

  it("keeps what has different keys apart", async () => {
    const { begun, read } = readings();
    const together = createTogether<string>();
    const both = [together("a", read), together("b", read)];
    expect(begun).toHaveLength(2);
    begun[1]!.answer("of b");
    begun[0]!.answer("of a");
    expect(await Promise.all(both)).toEqual(["of a", "of b"]);
  });

  it("fails for those who share a reading that fails, and for nobody after them", async () => {
    const { begun, read } = readings();
    const together = createTogether<string>();
    const first = together("a", read);
    const second = together("a", read);
    begun[0]!.fail();
    await expect(first).rejects.toThrow("away");
    await settled();
    begun[1]!.answer("there");
    expect(await second).toBe("there");
  });
});
