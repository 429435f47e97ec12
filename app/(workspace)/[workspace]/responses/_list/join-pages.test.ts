import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinPages } from "./join-pages.ts";

const page = (ids: string, next: string | null) => ({ rows: [...ids].map((id) => ({ id })), next });
const told = ({ rows, next }: ReturnType<typeof page>) => `${rows.map(({ id }) => id).join("")} ${next}`;
const joined = (...args: Parameters<typeof joinPages<{ id: string }>>) =>
  told(joinPages(...args) as ReturnType<typeof page>);

describe("a first page that was read again", () => {
  it("pushes what is held down by what came in", () => {
    expect(joined(page("xabc", "c"), page("abcdef", "f"))).toBe("xabcdef f");
  });

  it("loses what is gone from it, and keeps what comes after", () => {
    expect(joined(page("acd", "d"), page("abcdef", "f"))).toBe("acdef f");
  });

  it("stands alone where it no longer meets what is held", () => {
    expect(joined(page("xyz", "z"), page("abcdef", "f"))).toBe("xyz z");
    expect(joined(page("ab", null), page("abcdef", "f"))).toBe("ab null");
    expect(joined(page("", null), page("abc", "c"))).toBe(" null");
  });

  it("has no row twice, whatever moved", () => {
    const ids = fc.uniqueArray(fc.constantFrom(..."abcdefgh"), { maxLength: 8 });
    fc.assert(
      fc.property(ids, ids, (first, held) => {
        const { rows } = joinPages(page(first.join(""), "n"), page(held.join(""), "m"));
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
        expect(rows.slice(0, first.length).map(({ id }) => id)).toEqual(first);
      }),
    );
  });
});
