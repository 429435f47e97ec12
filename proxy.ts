import { type NextRequest, NextResponse } from "next/server";
import {
  cookieAttributes,
  hasOwnPolicy,
  hasZeroCharacter,
  isForeignChange,
  isOpenToAll,
  pageHeaders,
  themeIn,
  transportHeaders,
  workspaceIn,
} from "#app/_security/policy.ts";
import { themeHeader } from "#app/_theme/theme.ts";

const installation = {
  appUrl: process.env.APP_URL,
  development: process.env.NODE_ENV === "development",
};
/**
 * Headers, and the refusal of addresses that nothing can be found by and of changes that other sites' pages send. Nobody is
 * let in or kept out here: every procedure and route handler asks for itself who comes.
 */
export function proxy(request: NextRequest): NextResponse {
  const asked = { method: request.method, path: request.nextUrl.pathname, headers: request.headers };
  if (hasZeroCharacter(request.url)) {
    return NextResponse.json(
      { error: "There is a character in this address that no text can have (%00). Take it out." },
      { status: 400 },
    );
  }
  if (isOpenToAll(asked.path)) return withHeaders(NextResponse.next(), transportHeaders(installation));
  if (isForeignChange(asked, installation)) {
    return NextResponse.json({ error: "This request came from another site's page." }, { status: 403 });
  }
  if (hasOwnPolicy(asked.path)) return withHeaders(NextResponse.next(), transportHeaders(installation));
  const headers = pageHeaders(Buffer.from(crypto.randomUUID()).toString("base64"), installation);
  const passedOn = new Headers(request.headers);
  passedOn.set("Content-Security-Policy", headers["Content-Security-Policy"]!);
  passedOn.delete(themeHeader);
  const theme = themeIn(request.nextUrl);
  if (theme) passedOn.set(themeHeader, theme);
  const answer = withHeaders(NextResponse.next({ request: { headers: passedOn } }), headers);
  const slug = workspaceIn(asked);
  if (slug) answer.cookies.set("workspace", slug, cookieAttributes(installation));
  return answer;
}

function withHeaders(answer: NextResponse, headers: Record<string, string>): NextResponse {
  for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
  return answer;
}

export const config = { matcher: ["/((?!_next/static|icon.svg|favicon.ico).*)"] };
