import { isTag, isText } from "domhandler";
import { bodyOf, type ChildNode, type Element, isHidden } from "./html-tree.ts";

/** One thing that a screen reader says, in the order in which it does. */
export type Spoken = {
  kind: "heading" | "text" | "link" | "choice" | "tick" | "field" | "button";
  text: string;
};

/** What the answer page shows only once something before it was chosen. */
const notYet = new Set(["how", "tel"]);

/** Elements that do not end the sentence they stand in. */
const inline = new Set("a b i em strong span small br".split(" "));

/**
 * What a screen reader says of a mail or a page from top to bottom, by the names of the elements as WAI-ARIA computes
 * them (aria-label, then label, then content); for documents of our own templates.
 */
export function readingOrder(html: string): Spoken[] {
  const said: Spoken[] = [];
  let words = "";
  const say = (kind: Spoken["kind"], text: string) => {
    const clean = text.replace(/\s+/g, " ").trim();
    if (clean) said.push({ kind, text: clean });
  };
  const flush = () => {
    say("text", words);
    words = "";
  };
  const body = bodyOf(html);
  const labels = labelsIn(body);

  const walk = (node: ChildNode) => {
    if (isText(node)) words += node.data;
    if (!isTag(node) || isHidden(node) || notYet.has(node.attribs.class ?? "")) return;
    const { name, attribs, children } = node;
    const kind = kindOf(node);
    if (kind) {
      flush();
      const label = labels.get(attribs.id ?? "") ?? labelAround(node);
      return say(kind, attribs["aria-label"] ?? (kind === "link" || !label ? textOf(node) : label));
    }
    if (name === "br") words += " ";
    if (name === "label") {
      for (const child of children) if (isTag(child) && kindOf(child)) walk(child);
      return;
    }
    if (!inline.has(name)) flush();
    children.forEach(walk);
    if (!inline.has(name)) flush();
  };
  body.forEach(walk);
  flush();
  return said;
}

function kindOf({ name, attribs }: Element): Spoken["kind"] | null {
  if (/^h[1-6]$/.test(name)) return "heading";
  if (name === "a") return "link";
  if (name === "button") return "button";
  if (name === "textarea") return "field";
  if (name !== "input") return null;
  if (attribs.type === "radio") return "choice";
  return attribs.type === "checkbox" ? "tick" : "field";
}

/** The labels that name a control elsewhere, by its id. */
function labelsIn(nodes: ChildNode[]): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (node: ChildNode) => {
    if (!isTag(node)) return;
    if (node.name === "label" && node.attribs.for) found.set(node.attribs.for, textOf(node));
    node.children.forEach(walk);
  };
  nodes.forEach(walk);
  return found;
}

function labelAround({ parent }: Element): string | null {
  return parent && isTag(parent) && parent.name === "label" ? textOf(parent) : null;
}

function textOf(node: ChildNode): string {
  if (isText(node)) return node.data;
  if (!isTag(node) || isHidden(node)) return "";
  return node.children.map(textOf).join("");
}
