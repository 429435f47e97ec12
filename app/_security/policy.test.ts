import { describe, expect, it } from "vitest";
import {
  contentSecurityPolicy,
  cookieAttributes,
  hasOwnPolicy,
  isForeignChange,
  isOpenToAll,
  pageHeaders,
  themeIn,
  workspaceIn,
} from "./policy.ts";

const http = { appUrl: "http://localhost:3000", development: false };
const https = { appUrl: "https://svar.example.com", development: false };

const asked = (method: string, path: string, headers: Record<string, string> = {}) => ({
  method,
  path,
  headers: new Headers({ host: "svar.example.com", ...headers }),
});

describe("the policy of a staff page", () => {
  const policy = contentSecurityPolicy("n0nce", https);

  it("runs scripts by nonce only, without inline scripts or eval", () => {
    const [scripts] = policy.split("; ").filter((part) => part.startsWith("script-src"));
    expect(scripts).toBe("script-src 'nonce-n0nce' 'strict-dynamic'");
  });

  it.each(["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"])(
    "has %s",
    (part) => {
      expect(policy.split("; ")).toContain(part);
    },
  );

  it("allows eval only to those who change the code", () => {
    expect(contentSecurityPolicy("n", { ...http, development: true })).toContain("'unsafe-eval'");
  });

  it("is kept out of caches, and over https alone tied to https", () => {
    expect(pageHeaders("n", https)).toMatchObject({
      "Cache-Control": "private, no-store",
      "Strict-Transport-Security": "max-age=31536000",
    });
    expect(Object.keys(pageHeaders("n", http))).not.toContain("Strict-Transport-Security");
  });
});

it("what a browser remembers is seen by no script, comes with no other site's request, and over https goes that way only", () => {
  expect(cookieAttributes(https)).toMatchObject({ httpOnly: true, sameSite: "lax", secure: true });
  expect(cookieAttributes(http)).toMatchObject({ httpOnly: true, secure: false });
});

describe("a change from another site", () => {
  it.each([
    ["a form on another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
    ["a subdomain", { origin: "https://other.example.com", "sec-fetch-site": "same-site" }],
    ["a page that hides where it is", { origin: "null" }],
    ["a sandboxed frame", { origin: "null", "sec-fetch-site": "cross-site" }],
    ["a browser that sends Origin alone", { origin: "https://evil.example" }],
    ["the same host without https", { origin: "http://svar.example.com:8080" }],
  ])("is refused: %s", (_, headers) => {
    expect(isForeignChange(asked("POST", "/api/trpc/case.close", headers), https)).toBe(true);
  });

  it.each([
    ["our own page", { origin: "https://svar.example.com", "sec-fetch-site": "same-origin" }],
    [
      "our own page at another address of this host",
      { origin: "http://localhost:4000", host: "localhost:4000" },
    ],
    ["our own page that sends no referrer", { origin: "null", "sec-fetch-site": "same-origin" }],
    ["a program", {}],
  ])("is not %s", (_, headers) => {
    expect(isForeignChange(asked("POST", "/api/trpc/case.close", headers), https)).toBe(false);
  });

  it("is nothing that only reads", () => {
    expect(isForeignChange(asked("GET", "/", { origin: "https://evil.example" }), https)).toBe(false);
  });
});

it("the probes are open to all", () => {
  expect(["/api/health", "/api/ready"].every(isOpenToAll)).toBe(true);
  expect(
    ["/", "/api/healthy", "/rental/cases", "/api/trpc/x", "/api/auth/sign-in", "/users"].some(isOpenToAll),
  ).toBe(false);
});

it("remembers the workspace of a page that was opened, and nothing else", () => {
  const document = { "sec-fetch-dest": "document" };
  expect(workspaceIn(asked("GET", "/fjordline/cases", document))).toBe("fjordline");
  expect(workspaceIn(asked("GET", "/fjordline/cases", { "sec-fetch-dest": "empty" }))).toBeNull();
  expect(workspaceIn(asked("GET", "/sign-in", document))).toBeNull();
  expect(workspaceIn(asked("GET", "/join/abc", document))).toBeNull();
  expect(workspaceIn(asked("GET", "/sign-in/link", document))).toBeNull();
});

describe("the theme of an address", () => {
  it.each([
    ["/share/1abc?theme=dark", "dark"],
    ["/share/1abc", null],
    ["/fjordline/dashboard?theme=dark", null],
  ])("of %s is %s", (path, theme) => {
    expect(themeIn(new URL(path, "http://localhost:3000"))).toBe(theme);
  });
});

it("a mail and a file of a dialogue bring their own policy, and no page does", () => {
  const one = "/fjordline/cases/018f-1";
  for (const path of [`${one}/mails/018f-2`, `${one}/mails/018f-2/original`, `${one}/files/018f-3`])
    expect(hasOwnPolicy(path), path).toBe(true);
  for (const path of [one, `${one}/files`, `${one}/mails/`, "/fjordline/mails/1", "/share/x/cases/1/mails"])
    expect(hasOwnPolicy(path), path).toBe(false);
});
