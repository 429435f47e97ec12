import { and, desc, eq } from "drizzle-orm";
import { vi } from "vitest";
import { outboundMails } from "#db/schema/index.ts";
import { renderNotice } from "#server/auth/render-notice.ts";
import { asSystem, type Runtime } from "#server/entry.ts";
import type { RenderedMail } from "#server/mail/rendered.ts";

export const platform = "00000000-0000-7000-8000-000000000000";

/** Asks the sign-in endpoints as a page of ours does. */
export function authClient(rt: Runtime) {
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    rt.auth.handler(
      new Request(`http://localhost:3000/api/auth${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", origin: "http://localhost:3000", ...headers },
        body: JSON.stringify(body),
      }),
    );
  /** An account whose address nobody has shown to be theirs, as the command line makes one. */
  const signUp = (name: string, email: string, headers: Record<string, string> = {}) =>
    rt.auth.api.signUpEmail({
      body: { name, email, password: "a long and quiet sentence" },
      headers: new Headers(headers),
      asResponse: true,
    });
  return { post, signUp };
}

/** The cookies an answer sets, as a browser sends them back. */
export const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");

/** The notices of changes to an account that are on their way to `email`, oldest first. */
export function noticesTo(rt: Runtime, email: string): Promise<RenderedMail[]> {
  return asSystem(rt, platform, "test", async (ctx) => {
    const mails = await ctx.db
      .select()
      .from(outboundMails)
      .where(and(eq(outboundMails.toAddress, email), eq(outboundMails.kind, "security_notice")))
      .orderBy(outboundMails.number);
    const rendered: RenderedMail[] = [];
    for (const mail of mails) rendered.push(await renderNotice(ctx, mail));
    return rendered;
  });
}

/** The token of the newest link of this kind that was mailed to `email`, as soon as it is there; the mail is written after the answer. */
export async function linkTo(
  rt: Runtime,
  email: string,
  kind: "password_reset" | "sign_in_link",
): Promise<string> {
  const newest = () =>
    asSystem(rt, platform, "test", async (ctx) => {
      const [mail] = await ctx.db
        .select()
        .from(outboundMails)
        .where(and(eq(outboundMails.toAddress, email), eq(outboundMails.kind, kind)))
        .orderBy(desc(outboundMails.number))
        .limit(1);
      return mail;
    });
  const mail = await vi.waitUntil(newest, { timeout: 5_000 });
  return String(mail.payload.url).split("/").at(-1)!;
}
