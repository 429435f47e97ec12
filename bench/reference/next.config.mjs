import { join } from "node:path";

/** The ceiling: Next.js with nothing of ours in it. */
export default {
  distDir: ".next",
  poweredByHeader: false,
  serverExternalPackages: ["postgres"],
  turbopack: { root: join(import.meta.dirname, "..", "..") },
};
