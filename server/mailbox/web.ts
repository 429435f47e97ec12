import { createServer, type Server, type ServerResponse } from "node:http";
import { answerApi } from "./api.ts";
import { findAsset } from "./assets.ts";
import type { Html } from "./html.ts";
import { isForeign, readBody, redirect, send } from "./http.ts";
import type { View } from "./mail-view.ts";
import { mailList, page } from "./page.ts";
import { type CaughtMail, readMail } from "./read.ts";
import { sendReply } from "./reply.ts";
import type { MailStore } from "./store.ts";

type Visit = {
  store: MailStore;
  mailInPort: number;
  method: string;
  url: URL;
  search: string;
  body: string;
  response: ServerResponse;
};

/** The mailbox's pages and its API. Answers to a mail go by SMTP to `mailInPort`. */
export function createMailboxWeb(store: MailStore, mailInPort: number): Server {
  return createServer(async (request, response) => {
    try {
      if (isForeign(request))
        return send(response, 403, "text/plain", "The local mailbox answers this machine only.");
      const url = new URL(request.url ?? "/", "http://localhost");
      const search = url.searchParams.get("q")?.trim() ?? "";
      const visit = {
        store,
        mailInPort,
        method: request.method ?? "GET",
        url,
        search,
        body: await readBody(request),
        response,
      };
      await answer(visit);
    } catch (error) {
      if (!response.headersSent) send(response, 500, "text/plain", reasonOf(error));
    }
  });
}

async function answer(visit: Visit): Promise<void> {
  const { store, mailInPort, method, url, search, body, response } = visit;
  const [, first, id = "", part] = url.pathname.split("/");
  if (url.pathname.startsWith("/api/email")) {
    const { status, ...given } = await answerApi(store, mailInPort, method, url, body);
    if (given.raw) return send(response, status, "text/plain; charset=utf-8", given.raw);
    return send(response, status, "application/json", JSON.stringify(given.body));
  }
  if (url.pathname === "/events") return streamChanges(store, response);
  if (url.pathname === "/list")
    return sendHtml(response, mailList(store.list(search), search, url.searchParams.get("shown") ?? ""));
  if (url.pathname === "/")
    return sendHtml(response, page({ mails: store.list(search), search, shown: null }));
  const asset = findAsset(url.pathname);
  if (asset) return send(response, 200, asset.type, asset.content);
  const mail = first === "mail" ? await readMail(store, id) : null;
  if (!mail) return send(response, 404, "text/plain", "There is no such page here, or the mail is gone.");
  if (part === "html")
    return send(response, 200, "text/html; charset=utf-8", withBase(mail.html ?? ""), mailPolicy);
  if (part === "reply" && method === "POST") return replyTo(mail, visit);
  return showMail(mail, visit, null);
}

async function showMail(
  mail: CaughtMail,
  { store, url, search, response }: Visit,
  failed: { text: string; reason: string } | null,
): Promise<void> {
  const source = (await store.raw(mail.id)).toString("utf8");
  const options = {
    view: viewOf(url.searchParams.get("view"), mail),
    search,
    source,
    failed,
    sent: url.searchParams.has("sent") && !failed,
  };
  sendHtml(
    response,
    page({ mails: store.list(search), search, shown: { mail, options } }),
    failed ? 502 : 200,
  );
}

async function replyTo(mail: CaughtMail, visit: Visit): Promise<void> {
  const text = new URLSearchParams(visit.body).get("text") ?? "";
  const reason = await sendReply(mail, text, visit.mailInPort).then(() => null, reasonOf);
  if (reason !== null) return showMail(mail, visit, { text, reason });
  redirect(
    visit.response,
    `/mail/${mail.id}?${new URLSearchParams({ ...(visit.search ? { q: visit.search } : {}), sent: "1" })}`,
  );
}

/** Server-sent events: one after every change. */
function streamChanges(store: MailStore, response: ServerResponse): void {
  response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
  response.write("retry: 1000\n\n");
  const stop = store.onChange(() => response.write("data: changed\n\n"));
  response.once("close", stop);
}

function viewOf(wanted: string | null, mail: CaughtMail): View {
  if (wanted === "source" || (wanted === "text" && mail.text !== null)) return wanted;
  return mail.html !== null ? "html" : mail.text !== null ? "text" : "source";
}

/** A mail may look as it likes, but runs nothing, even when its own address is opened. */
const mailPolicy =
  "sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src data: http: https:; style-src 'unsafe-inline'; font-src data: https:; frame-ancestors 'self'";

/** Every link opens in a new tab. */
function withBase(markup: string): string {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(markup) ? markup.replace(/<head[^>]*>/i, (head) => head + base) : base + markup;
}

function sendHtml(response: ServerResponse, markup: Html, status = 200): void {
  send(response, status, "text/html; charset=utf-8", markup.toString());
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : "something went wrong";
}
