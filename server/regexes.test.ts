import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { check } from "recheck";
import ts from "typescript";
import { expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");

/**
 * Files whose expressions may backtrack with a power of their text's length, but never exponentially, each with what bounds
 * that text (RELIABILITY.md H10). Look at the bound before you add one.
 */
const bounded: Record<string, string> = {
  "app/(workspace)/[workspace]/campaigns/[campaignId]/_draft/addresses-in.ts":
    "runs in the browser of who typed it",
  "app/(workspace)/[workspace]/surveys/[surveyId]/preview/contrast.ts":
    "our own markup around texts of 600 characters",
  "app/(workspace)/[workspace]/surveys/[surveyId]/preview/draw-preview.ts": "the same",
  "app/(workspace)/[workspace]/surveys/[surveyId]/preview/in-look.ts": "the same",
  "emails/render.ts": "our own markup around texts of 600 characters",
  "server/alert/chat-text.ts": "four times what is shown at most",
  "server/i18n/format.ts": "two numbers or dates of ours",
  "server/import/guess-mapping.ts": "200 characters of a column's name",
  "server/mail/classify/automatic.ts": "64 kB, and repeats are bounded; in a process with a time limit",
  "server/mail/classify/bounce-signs.ts": "8,000 characters",
  "server/mail/classify/classify.ts": "4,000 characters",
  "server/mail/classify/delivery-status.ts": "a line of at most 64 kB, and repeats are bounded",
  "server/mail/classify/original.ts": "64 kB, and repeats are bounded",
  "server/mail/classify/read.ts": "192 kB, and repeats are bounded",
  "server/mail/classify/reasons.ts": "4,000 characters",
  "server/mail/dkim.ts": "the names of our own headers",
  "server/mail/file-name.ts": "1,000 characters",
  "server/mail/html/clean.ts": "four values of a style",
  "server/mail/html/document.ts": "repeats are bounded",
  "server/mail/html/split.ts": "one beginning of a word each",
  "server/mail/parse.ts": "repeats are bounded",
  "server/mail/quoted-text.ts": "600 characters, a line or three",
  "server/mailbox/mail-view.ts": "the local mailbox, where no mail of others comes",
  "server/mailbox/web.ts": "the local mailbox, where no mail of others comes",
  "server/response/answer-in.ts": "5,500 characters",
  "server/response/terms.ts": "a word of a comment of 5,000 characters",
  "server/rule/number-in.ts": "1,000 characters of an attribute",
  "server/template/rules.ts": "5,000 characters, and repeats are bounded",
  "server/workspace/rules.ts": "a name of 100 characters",
};

/** Files that make expressions of what is not written there, each with what it is made of. */
const made: Record<string, string> = {
  "app/(public)/wall/_wall/options.ts": "a literal of the same file",
  "emails/slots.ts": "random letters of ours",
  "server/legal/check-neutral.ts": "lists of words of the same file",
  "server/mail/classify/notification.ts":
    "names of the same file, over 20,000 characters with bounded repeats",
  "server/promise/find-day.ts": "lists of words of the same folder, over one sentence",
  "server/response/marks.ts": "what was searched for, escaped",
  "server/survey/check-words.ts": "lists of words of the same file",
};

type Found = { source: string; flags: string; places: string[] };

const found = new Map<string, Found>();
const dynamic = new Set<string>();
for (const file of ["app", "server", "emails", "db"].flatMap((folder) => sourcesIn(join(root, folder)))) {
  const path = relative(root, file);
  const tree = ts.createSourceFile(path, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  visit(tree, path);
}

function visit(node: ts.Node, path: string): void {
  if (ts.isRegularExpressionLiteral(node)) {
    const end = node.text.lastIndexOf("/");
    note(node.text.slice(1, end), node.text.slice(end + 1), path);
  } else if (isMaking(node)) {
    const [source, flags] = node.arguments ?? [];
    if (source && ts.isStringLiteralLike(source) && (!flags || ts.isStringLiteralLike(flags)))
      note(source.text, flags?.text ?? "", path);
    else dynamic.add(path);
  }
  ts.forEachChild(node, (child) => visit(child, path));
}

function isMaking(node: ts.Node): node is ts.NewExpression | ts.CallExpression {
  return (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === "RegExp";
}

function note(source: string, flags: string, path: string): void {
  const key = `/${source}/${flags}`;
  const known = found.get(key) ?? { source, flags, places: [] };
  known.places.push(path);
  found.set(key, known);
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:tsx?|m?js)$/.test(name) && !/\.test\.|(?:^|\/)test\//.test(name))
    .map((name) => join(folder, name));
}

it("no expression that sees what others write takes longer than its text, unless that is short", async () => {
  const wrong: string[] = [];
  for (const { source, flags, places } of found.values()) {
    const isBounded = places.every((place) => bounded[place]);
    const verdict = await check(source, flags.replace(/[dv]/g, ""), { timeout: isBounded ? 200 : 10_000 });
    const complexity = verdict.status === "vulnerable" ? verdict.complexity : null;
    if (verdict.status === "safe" || (isBounded && complexity?.type !== "exponential")) continue;
    wrong.push(`/${source}/${flags} in ${places.join(", ")}: ${complexity?.summary ?? verdict.status}`);
  }
  console.info(`${found.size} regular expressions`);
  expect(wrong).toEqual([]);
}, 240_000);

it("whatever is excused is still there, and nothing is made of what others write but what is named", () => {
  const places = new Set([...found.values()].flatMap((one) => one.places));
  expect(Object.keys(bounded).filter((file) => !places.has(file))).toEqual([]);
  expect([...dynamic].sort()).toEqual(Object.keys(made).sort());
});
