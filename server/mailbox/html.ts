declare const safe: unique symbol;

/** Markup that is safe to put on a page. */
export type Html = { readonly [safe]: true; toString(): string };

type Value = Html | string | number | null | undefined | false | Value[];

/** Markup with every value escaped that is not markup itself; null, undefined and false are left out, lists are joined. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  return trusted(
    parts.reduce(
      (text, part, index) => text + part + (index < values.length ? rendered(values[index]) : ""),
      "",
    ),
  );
}

function rendered(value: Value): string {
  if (value === null || value === undefined || value === false) return "";
  if (Array.isArray(value)) return value.map(rendered).join("");
  return typeof value === "object" ? value.toString() : escaped(String(value));
}

function escaped(text: string): string {
  const entities: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

class Markup implements Html {
  declare readonly [safe]: true;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

function trusted(text: string): Html {
  return new Markup(text);
}
