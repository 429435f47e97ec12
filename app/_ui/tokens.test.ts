import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { contrast, linearRgb } from "#app/_theme/colour.ts";
import { deltaE2000, labOf } from "#app/_theme/colour-difference.ts";
import { seenWith, type Vision, visions } from "#app/_theme/colour-vision.ts";

const themes = ["light", "dark"] as const;
const css = readFileSync(new URL("../globals.css", import.meta.url), "utf8");
const tokens = {
  light: tokensOf("light"),
  dark: tokensOf("dark"),
};
const groups = ["detractor", "passive", "promoter"];

describe.each(themes)("the %s theme", (theme) => {
  const token = (name: string) => {
    const value = tokens[theme].get(name);
    if (!value) throw new Error(`globals.css has no --color-${name} for the ${theme} theme`);
    return value;
  };

  test.each(
    ["bg", "surface", "sunken"].flatMap((ground) =>
      [
        "text",
        "muted",
        "subtle",
        "brand",
        "brand-hover",
        "ok",
        "warn",
        "alarm",
        ...groups.map((g) => `${g}-text`),
      ].map((ink) => [ink, ground]),
    ),
  )("sets %s on %s with a contrast of at least 4.5", (ink, ground) => {
    expect(contrast(token(ink), token(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each([
    ["on-brand", "brand"],
    ["on-brand", "brand-hover"],
    ["brand", "brand-tint"],
    ["text", "brand-tint"],
    ["rail-text", "rail"],
    ["rail-text", "rail-active"],
    ["rail-muted", "rail"],
    ["rail-muted", "rail-active"],
    ...groups.flatMap((group) => [
      [`on-${group}`, group],
      [`${group}-text`, `${group}-tint`],
      ["text", `${group}-tint`],
    ]),
  ])("sets %s on %s with a contrast of at least 4.5", (ink, ground) => {
    expect(contrast(token(ink), token(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(
    ["bg", "surface", "sunken"].flatMap((ground) => ["line-strong", "focus"].map((edge) => [edge, ground])),
  )("draws %s on %s with a contrast of at least 3", (edge, ground) => {
    expect(contrast(token(edge), token(ground))).toBeGreaterThanOrEqual(3);
  });

  test.each(groups)("draws the %s fill on bg with a contrast of at least 3", (group) => {
    expect(contrast(token(group), token("bg"))).toBeGreaterThanOrEqual(3);
  });

  test.each(visions)("keeps the three groups apart for %s vision (ΔE2000 at least 10)", (vision) => {
    for (const difference of differences(theme, vision)) expect(difference).toBeGreaterThanOrEqual(10);
  });
});

describe("the figures of the colour table (UX 3.1)", () => {
  test.each<[Vision, [number, number, number]]>([
    ["normal", [47.6, 28.2, 46.6]],
    ["protan", [43.7, 19.4, 41.6]],
    ["deutan", [49.1, 12.3, 49.5]],
    ["tritan", [44.2, 22.3, 52.0]],
    ["greyscale", [25.2, 13.4, 10.9]],
  ])("come out for %s vision in the light theme", (vision, expected) => {
    differences("light", vision).forEach((difference, pair) => {
      expect(difference).toBeCloseTo(expected[pair] ?? Number.NaN, 1);
    });
  });

  test("come out for the contrasts that it states", () => {
    const { light, dark } = tokens;
    expect(contrast(light.get("text") ?? "", light.get("bg") ?? "")).toBeCloseTo(15.8, 1);
    expect(contrast(light.get("line-strong") ?? "", light.get("bg") ?? "")).toBeCloseTo(3.79, 2);
    expect(contrast(dark.get("line-strong") ?? "", dark.get("bg") ?? "")).toBeCloseTo(5.14, 2);
  });
});

/** ΔE2000 of promoter–passive, passive–detractor and promoter–detractor. */
function differences(theme: (typeof themes)[number], vision: Vision): number[] {
  const lab = (group: string) => labOf(seenWith(vision, linearRgb(tokens[theme].get(group) ?? "")));
  const [detractor, passive, promoter] = [lab("detractor"), lab("passive"), lab("promoter")];
  return [deltaE2000(promoter, passive), deltaE2000(passive, detractor), deltaE2000(promoter, detractor)];
}

function tokensOf(theme: (typeof themes)[number]): Map<string, string> {
  const pairs = css.matchAll(/--color-([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g);
  return new Map(
    [...pairs].map(([, name = "", light = "", dark = ""]) => [name, theme === "light" ? light : dark]),
  );
}
