import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const font = "@fontsource-variable/schibsted-grotesk/files/schibsted-grotesk-latin-wght-normal.woff2";

const files: Record<string, { type: string; path: () => string }> = {
  "/base.css": { type: "text/css; charset=utf-8", path: () => join(import.meta.dirname, "base.css") },
  "/page.css": { type: "text/css; charset=utf-8", path: () => join(import.meta.dirname, "page.css") },
  "/page.js": { type: "text/javascript; charset=utf-8", path: () => join(import.meta.dirname, "page.js") },
  "/font.woff2": { type: "font/woff2", path: () => createRequire(import.meta.filename).resolve(font) },
};

/** A file that the pages load, or null. */
export function findAsset(pathname: string): { type: string; content: Buffer } | null {
  const file = files[pathname];
  return file ? { type: file.type, content: readFileSync(file.path()) } : null;
}
