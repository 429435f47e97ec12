import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const here = (name: string) => readFileSync(join(import.meta.dirname, name), "utf8");

export const look = here("look.css");
export const keep = here("keep.js");

/** Of style and script: a screen whose own is another one loads itself again. */
export const version = createHash("sha256").update(look).update(keep).digest("hex").slice(0, 12);

const fonts: Readonly<Record<string, string>> = {
  "grotesk.woff2": "@fontsource-variable/schibsted-grotesk/files/schibsted-grotesk-latin-wght-normal.woff2",
  "serif.woff2": "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
};

/** A font that a board loads, kept by browsers for a month, or null. */
export function fontFile(name: string): Response | null {
  const file = fonts[name];
  if (!file) return null;
  const bytes = readFileSync(createRequire(import.meta.filename).resolve(file));
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "font/woff2",
      "Cache-Control": "public, max-age=2592000",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
