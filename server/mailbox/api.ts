import { z } from "zod";
import { readMail } from "./read.ts";
import { sendReply } from "./reply.ts";
import type { MailStore } from "./store.ts";

export type ApiAnswer = { status: number; body: unknown; raw?: Buffer };

const notFound: ApiAnswer = { status: 404, body: { error: "There is no mail with this id." } };
const Reply = z.object({ text: z.string().min(1) });

/**
 * The mailbox for programs:
 * GET /api/email (newest first; `to` a part of an envelope recipient, `q` words, `limit` at most) ·
 * GET /api/email/<id> · GET /api/email/<id>/raw · POST /api/email/<id>/reply {"text"} · DELETE /api/email
 */
export async function answerApi(
  store: MailStore,
  mailInPort: number,
  method: string,
  url: URL,
  body: string,
): Promise<ApiAnswer> {
  const [, , , id, part] = url.pathname.split("/");
  const call = `${method} ${id ? "one" : "all"}${part ? ` ${part}` : ""}`;
  if (call === "GET all") return { status: 200, body: await listed(store, url.searchParams) };
  if (call === "DELETE all") return store.clear().then(() => ({ status: 200, body: { deleted: true } }));
  const mail = id ? await readMail(store, id) : null;
  if (!mail) return notFound;
  if (call === "GET one") return { status: 200, body: mail };
  if (call === "GET one raw") return { status: 200, body: null, raw: await store.raw(mail.id) };
  if (call === "POST one reply") return replied(mail, mailInPort, body);
  return { status: 405, body: { error: `${method} is not possible here.` } };
}

async function listed(store: MailStore, query: URLSearchParams) {
  const to = query.get("to")?.toLowerCase() ?? "";
  const limit = Number(query.get("limit") ?? 500) || 500;
  const found = store
    .list(query.get("q") ?? "")
    .filter((mail) => mail.envelope.to.some((address) => address.toLowerCase().includes(to)));
  const mails = await Promise.all(found.slice(0, limit).map(({ id }) => readMail(store, id)));
  return mails.filter((mail) => mail !== null);
}

async function replied(
  mail: Parameters<typeof sendReply>[0],
  port: number,
  body: string,
): Promise<ApiAnswer> {
  const input = Reply.safeParse(parsed(body));
  if (!input.success) return { status: 422, body: { error: 'Send {"text": "…"}.' } };
  try {
    return { status: 202, body: { messageId: await sendReply(mail, input.data.text, port) } };
  } catch (error) {
    return { status: 502, body: { error: error instanceof Error ? error.message : "not sent" } };
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
