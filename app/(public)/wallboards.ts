import { type Context, Hono } from "hono";
import type { Runtime } from "#server/entry.ts";
import { t } from "./_share/words.ts";
import { gone, sentence } from "./wall/_wall/board.ts";
import { enterBoard } from "./wall/_wall/enter.ts";
import { fontFile } from "./wall/_wall/files.ts";
import { askedOf } from "./wall/_wall/options.ts";
import { stillPage } from "./wall/_wall/page.ts";
import { showBoard, showFigures } from "./wall/_wall/show.ts";

const againInSeconds = 15;

type Show = (rt: Runtime, request: Request, token: string) => Promise<Response>;

/**
 * Boards on walls. They are plain HTML and stand before Next (docs/decisions/0027): a screen that nobody sits at must
 * neither follow a router out of its page nor grow. While something of ours is down, a board says so kindly and loads
 * itself again.
 *
 * @param opened what the process holds
 */
export function wallboards(opened: () => Promise<Runtime>): Hono {
  const by = (show: Show) => async (context: Context) => {
    const request = context.req.raw;
    try {
      return await show(await opened(), request, context.req.param("token") ?? "");
    } catch (error) {
      await opened().then(
        (rt) => rt.log.error({ err: error }, "board failed"),
        () => console.error(error),
      );
      return away(request);
    }
  };
  return new Hono()
    .get("/wall/fonts/:name", (context) => fontFile(context.req.param("name")) ?? nowhere(context.req.raw))
    .get("/wall/:token", by(showBoard))
    .get("/wall/:token/now", by(showFigures))
    .post("/wall/:token", by(enterBoard))
    .notFound((context) => nowhere(context.req.raw));
}

/** Whether the path of a request is one of theirs. */
export const isWallboard = (path: string): boolean => path.startsWith("/wall/");

function away(request: Request): Response {
  const { options } = askedOf(new URL(request.url));
  const body = sentence(t("board.away"), t("board.awayText"));
  return stillPage(503, { title: t("board.away"), body, options, again: againInSeconds });
}

function nowhere(request: Request): Response {
  return stillPage(404, {
    title: t("board.gone"),
    body: gone(),
    options: askedOf(new URL(request.url)).options,
  });
}
