import { type ChildNode, type Element, isTag } from "domhandler";
import { parseDocument } from "htmlparser2";

export type { ChildNode, Element };

/** The nodes of a document below its body. */
export function bodyOf(html: string): ChildNode[] {
  const find = (nodes: ChildNode[]): ChildNode[] | null => {
    for (const node of nodes) {
      if (!isTag(node)) continue;
      const found = node.name === "body" ? [node] : find(node.children);
      if (found) return found;
    }
    return null;
  };
  return find(parseDocument(html).children) ?? [];
}

/** The declarations of an element's own style, in small letters: `{ color: "#12221e" }`. */
export function styleOf({ attribs }: Element): Record<string, string> {
  const declarations = (attribs.style ?? "").toLowerCase().split(";");
  return Object.fromEntries(
    declarations.map((one) => {
      const [name = "", ...value] = one.split(":");
      return [name.trim(), value.join(":").trim()];
    }),
  );
}

/** Whether neither eye nor ear gets it: what is not shown, what is hidden, what is no content. */
export function isHidden(element: Element): boolean {
  const { name, attribs } = element;
  return (
    ["style", "script", "head", "title"].includes(name) ||
    "hidden" in attribs ||
    attribs.type === "hidden" ||
    attribs["aria-hidden"] === "true" ||
    styleOf(element).display === "none"
  );
}
