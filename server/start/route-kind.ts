/** First parts of paths with the kind of request behind them, for figures and logs: a whole path may hold a token. */
const kinds: [prefix: string, kind: string][] = [
  ["/_next/", "files"],
  ["/api/v1/", "api"],
  ["/api/trpc/live.changes", "stream"],
  ["/api/trpc/", "procedure"],
  ["/api/auth/", "sign-in"],
  ["/api/health", "health"],
  ["/api/ready", "ready"],
  ["/metrics", "metrics"],
  ["/r/", "answer"],
  ["/s/", "answer-by-link"],
  ["/c/", "check"],
  ["/d/", "digest"],
  ["/p/", "own-data"],
  ["/u/", "opt-out"],
  ["/share/", "shared-page"],
  ["/wall/", "wall"],
];

/** What kind of request a path is, in one of few words; a page of the application when nothing else fits. */
export function routeKind(path = ""): string {
  return kinds.find(([prefix]) => path.startsWith(prefix))?.[1] ?? "page";
}

const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** The method, or "other": clients may make up as many as they like. */
export const methodKind = (method = ""): string => (methods.has(method) ? method : "other");
