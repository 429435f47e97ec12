import { limitAddress } from "#app/(public)/_respond/limit.ts";
import { respondentHeaders } from "#app/(public)/_respond/page-response.ts";
import { openShare } from "#app/(public)/_share/open-share.ts";
import { passCookie } from "#app/(public)/_share/pass.ts";
import { t } from "#app/(public)/_share/words.ts";
import type { Runtime } from "#server/entry.ts";
import { makePass } from "#server/share/rules.ts";
import { board, gone } from "./board.ts";
import { askForPassword, boardCookie } from "./enter.ts";
import { version } from "./files.ts";
import { askedOf } from "./options.ts";
import { boardPage, stillPage } from "./page.ts";

/** The page of a board. A screen that gave the password keeps it for another year with each load. */
export async function showBoard(rt: Runtime, request: Request, token: string): Promise<Response> {
  const { view, options } = askedOf(new URL(request.url));
  const opened = await openShare(rt, comer(request, token), view);
  if (!opened) {
    const waits = (await limitAddress(rt, request, "unknown-link")) > 0;
    return stillPage(waits ? 429 : 404, { title: t("board.gone"), body: gone(), options });
  }
  if (opened === "locked") return askForPassword(request);
  const page = boardPage(opened.link.name, board(opened), options);
  if (opened.link.passwordHash !== null) {
    page.headers.set("Set-Cookie", boardCookie(rt, token, makePass(rt.tokens, opened.link, rt.clock())));
  }
  return page;
}

/** The figures alone, for a board that is on the wall already; `X-Board` says what came: "figures", "locked" or "gone". */
export async function showFigures(rt: Runtime, request: Request, token: string): Promise<Response> {
  const opened = await openShare(rt, comer(request, token), askedOf(new URL(request.url)).view);
  if (!opened) return figures(404, "gone", gone());
  return opened === "locked" ? figures(401, "locked", "") : figures(200, "figures", board(opened));
}

function figures(status: number, kind: "figures" | "locked" | "gone", markup: string): Response {
  return new Response(markup, {
    status,
    headers: {
      ...respondentHeaders,
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": "default-src 'none'",
      "X-Board": kind,
      "X-Board-Version": version,
    },
  });
}

function comer(request: Request, token: string) {
  const cookies = (request.headers.get("cookie") ?? "").split(/;\s*/);
  const pass = cookies.find((cookie) => cookie.startsWith(`${passCookie}=`))?.slice(passCookie.length + 1);
  return { token, kind: "wallboard" as const, pass: pass ?? "" };
}
