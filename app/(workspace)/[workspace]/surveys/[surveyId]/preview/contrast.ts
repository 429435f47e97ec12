import { isTag, isText } from "domhandler";
import { contrast } from "#app/_theme/colour.ts";
import { bodyOf, type ChildNode, type Element, isHidden, styleOf } from "./html-tree.ts";

type Colours = { color: string; background: string };
type Rule = { parts: string[]; style: Record<string, string> };

const onPaper: Colours = { color: "#000000", background: "#ffffff" };

/**
 * The lowest contrast between a text of a mail and what lies behind it, as WCAG 2.2 (1.4.3) reckons it: 1 to 21. From
 * the colours on the elements, in the dark with the rules for it over them. Infinite for a mail without text.
 */
export function lowestContrast(html: string, scheme: "light" | "dark"): number {
  const rules = scheme === "dark" ? darkRules(html) : [];
  let lowest = Number.POSITIVE_INFINITY;
  const walk = (node: ChildNode, above: Colours, trail: Element[]) => {
    if (isText(node) && node.data.trim()) {
      lowest = Math.min(lowest, contrast(above.color, above.background));
    }
    if (!isTag(node) || isHidden(node)) return;
    const path = [...trail, node];
    const own = Object.assign(
      styleOf(node),
      ...rules.filter((rule) => fits(rule, path)).map(({ style }) => style),
    );
    const here = { color: own.color ?? above.color, background: own["background-color"] ?? above.background };
    for (const child of node.children) walk(child, here, path);
  };
  for (const node of bodyOf(html)) walk(node, onPaper, []);
  return lowest;
}

/** The rules of the mail's dark theme: classes, one within another at most. */
function darkRules(html: string): Rule[] {
  const block = /@media \(prefers-color-scheme:dark\)\{([\s\S]*?)\n\}/.exec(html)?.[1] ?? "";
  return [...block.matchAll(/([.\w ]+)\{([^}]*)\}/g)].map(([, selector = "", declarations = ""]) => ({
    parts: selector.trim().split(/\s+/),
    style: Object.fromEntries(
      declarations.split(";").map((one) => {
        const [name = "", value = ""] = one.toLowerCase().split(":");
        return [name.trim(), value.replace("!important", "").trim()];
      }),
    ),
  }));
}

function fits({ parts }: Rule, path: Element[]): boolean {
  const [self, ...around] = path.toReversed();
  const [last, ...before] = parts.toReversed();
  return is(self!, last!) && before.every((part) => around.some((element) => is(element, part)));
}

const is = (element: Element, part: string) =>
  part.startsWith(".")
    ? (element.attribs.class ?? "").split(" ").includes(part.slice(1))
    : element.name === part;
