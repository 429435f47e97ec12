import { isForeignChange } from "#app/_security/policy.ts";
import { addressOf } from "#app/(public)/_respond/limit.ts";
import { respondentHeaders } from "#app/(public)/_respond/page-response.ts";
import { admit } from "#app/(public)/_share/admit.ts";
import { passAttributes, passCookie } from "#app/(public)/_share/pass.ts";
import { t } from "#app/(public)/_share/words.ts";
import { readForm } from "#app/(public)/r/_answer/read-form.ts";
import { escapeHtml } from "#emails/escape-html.ts";
import type { Runtime } from "#server/entry.ts";
import { passSeconds } from "#server/share/rules.ts";
import { gone } from "./board.ts";
import { askedOf } from "./options.ts";
import { stillPage } from "./page.ts";

/** Asks a screen for its board's password, and says nothing of what it shows. `problem`: what was wrong with the one given. */
export function askForPassword(request: Request, problem?: string, status = 200): Response {
  const url = new URL(request.url);
  const wrong = problem ? `<p id="problem" class="wrong">${escapeHtml(problem)}</p>` : "";
  const described = problem ? ` aria-invalid="true" aria-describedby="problem"` : "";
  const body =
    `<div class="still"><h1>${escapeHtml(t("board.passwordTitle"))}</h1><p>${escapeHtml(t("board.passwordText"))}</p>` +
    `<form method="post" action="${escapeHtml(url.pathname + url.search)}">` +
    `<label for="password">${escapeHtml(t("reader.password"))}</label>${wrong}` +
    `<input id="password" name="password" type="password" autocomplete="current-password" required${described}>` +
    `<button>${escapeHtml(t("board.enter"))}</button></form></div>`;
  const page = stillPage(status, { title: t("board.passwordTitle"), body, options: askedOf(url).options });
  // With `no-referrer` the form would not say that it is ours, and no other site is told of this one either.
  page.headers.set("Referrer-Policy", "same-origin");
  return page;
}

/** Takes the password of a board and shows it under the same address. */
export async function enterBoard(rt: Runtime, request: Request, token: string): Promise<Response> {
  const url = new URL(request.url);
  const asked = { method: request.method, path: url.pathname, headers: request.headers };
  if (isForeignChange(asked, { appUrl: rt.env.APP_URL, development: false })) {
    return new Response(null, { status: 403, headers: respondentHeaders });
  }
  const password = (await readForm(request))?.get("password") ?? "";
  const admitted = await admit(rt, { token, kind: "wallboard", password, address: addressOf(request) });
  if (!admitted)
    return stillPage(404, { title: t("board.gone"), body: gone(), options: askedOf(url).options });
  if ("refused" in admitted) {
    return admitted.refused === "wrong"
      ? askForPassword(request, t("reader.wrong"), 422)
      : askForPassword(request, t("reader.tooMany", { n: admitted.waitMinutes }), 429);
  }
  return new Response(null, {
    status: 303,
    headers: {
      ...respondentHeaders,
      Location: url.pathname + url.search,
      "Set-Cookie": boardCookie(rt, token, admitted.pass),
    },
  });
}

/** What a screen keeps instead of the password of its board. */
export function boardCookie(rt: Runtime, token: string, pass: string): string {
  const { path, maxAge, secure } = passAttributes(`/wall/${token}`, passSeconds.wallboard, rt.env.APP_URL);
  const parts = [`${passCookie}=${pass}`, `Path=${path}`, `Max-Age=${maxAge}`, "HttpOnly", "SameSite=Lax"];
  return [...parts, ...(secure ? ["Secure"] : [])].join("; ");
}
