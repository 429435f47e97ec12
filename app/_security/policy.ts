/** What proxy.ts knows about a request; headers by their usual names. */
export type Asked = { method: string; path: string; headers: Headers };

/** How this installation is reached and run. */
export type Installation = { appUrl: string | undefined; development: boolean };

const oneYear = 365 * 24 * 60 * 60;

/** The headers of a staff page (RELIABILITY.md H5); those of every answer are in next.config.ts. */
export function pageHeaders(nonce: string, installation: Installation): Record<string, string> {
  return {
    "Content-Security-Policy": contentSecurityPolicy(nonce, installation),
    "Cache-Control": "private, no-store",
    ...transportHeaders(installation),
  };
}

/** Over https, browsers are told to come back over https only. */
export function transportHeaders({ appUrl }: Installation): Record<string, string> {
  return appUrl?.startsWith("https:") ? { "Strict-Transport-Security": `max-age=${oneYear}` } : {};
}

/** Of what a browser remembers for a year, for all addresses: no script sees it, and over https it goes that way only. */
export const cookieAttributes = ({ appUrl }: Pick<Installation, "appUrl">) =>
  ({
    path: "/",
    maxAge: oneYear,
    sameSite: "lax",
    httpOnly: true,
    secure: appUrl?.startsWith("https:") ?? false,
  }) as const;

/**
 * Scripts run by this answer's nonce only. Styles may stand inline: the previews of mails inherit this policy,
 * and a mail's styles are inline.
 */
export function contentSecurityPolicy(nonce: string, { appUrl, development }: Installation): string {
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-src 'self'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    ...(appUrl?.startsWith("https:") ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/**
 * Whether another site's page sent this change (RELIABILITY.md H4): a browser says so in `Sec-Fetch-Site` or
 * `Origin`. What carries neither is no browser, and no browser's cookies came with it.
 */
export function isForeignChange({ method, headers }: Asked, { appUrl }: Installation): boolean {
  if (["GET", "HEAD", "OPTIONS"].includes(method)) return false;
  const site = headers.get("sec-fetch-site");
  if (site && site !== "same-origin" && site !== "none") return true;
  const origin = headers.get("origin");
  // A page that sends no referrer sends no origin with its forms either; then the browser's word for it is enough.
  if (!origin || (origin === "null" && site === "same-origin")) return false;
  return origin !== appUrl && hostOf(origin) !== headers.get("host");
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/** Whether an address has a U+0000 in it, by which nothing can be found: no text in the database has one. */
export const hasZeroCharacter = (url: string): boolean => url.includes("%00");

/** Requests of programs: they come from anywhere, carry no session and set their own headers. */
export function isOpenToAll(path: string): boolean {
  return path === "/api/health" || path === "/api/ready";
}

/** Mails and files of a dialogue bring a stricter policy of their own, which a page's would mix with. */
export function hasOwnPolicy(path: string): boolean {
  return /^\/[^/]+\/cases\/[^/]+\/(?:mails|files)\/[^/]/.test(path);
}

/** The workspace whose page this is, or null. It is only remembered, never trusted. */
export function workspaceIn({ method, path, headers }: Asked): string | null {
  if (method !== "GET" || headers.get("sec-fetch-dest") !== "document") return null;
  const slug = /^\/([a-z0-9][a-z0-9-]{0,38}[a-z0-9])\/[a-z]/.exec(path)?.[1];
  return slug && !["api", "join", "reset-password", "share", "sign-in", "wall"].includes(slug) ? slug : null;
}

/** The theme that the address of a shared page asks for, `?theme=dark`, or null: its readers keep no cookie for it. */
export function themeIn({ pathname, searchParams }: URL): string | null {
  return pathname.startsWith("/share/") ? searchParams.get("theme") : null;
}
