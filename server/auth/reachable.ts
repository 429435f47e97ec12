import type { BetterAuthPlugin } from "better-auth";

/** All that can be asked over /api/auth. better-auth has many more endpoints; what nobody uses, nobody can misuse. */
const reachable = new Set([
  "POST /sign-up/first",
  "POST /sign-up/invited",
  "POST /sign-up/link",
  "POST /sign-in/email",
  "POST /sign-out",
  "POST /sign-in/link",
  "POST /second-factor",
  "POST /passkey/options",
  "POST /passkey/sign-in",
  "POST /request-link",
  "POST /reset-password",
  "POST /change-password",
  "POST /update-user",
  "POST /company/find",
  "POST /company/begin",
  "POST /company/try",
]);

/** Where companies' providers send people back to. */
const comingBack = /^GET \/company\/return\/[a-z0-9]{1,10}$/;

/** Answers 404 to every request that leads elsewhere, before anything else looks at it. */
export const onlyReachable = {
  id: "only-reachable",
  async onRequest(request, context) {
    const path = new URL(request.url).pathname.slice(new URL(context.baseURL).pathname.length);
    const asked = `${request.method} ${path}`;
    if (reachable.has(asked) || comingBack.test(asked)) return;
    return { response: new Response(null, { status: 404 }) };
  },
} satisfies BetterAuthPlugin;
