import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { newId } from "#db/id.ts";
import { users } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { pickLocale } from "#server/i18n/locales.ts";
import { enqueueMail } from "#server/mail/enqueue.ts";
import type { Notice, Told } from "./notices.ts";

type Settings = { db: Db; asPlatform(task: string, work: (ctx: Ctx) => Promise<void>): Promise<void> };

/** Tells somebody by mail of a change to their account. */
export async function tellOf({ db, asPlatform }: Settings, userId: string, notice: Notice): Promise<void> {
  const [user] = await db.select().from(users).where(eq(users.id, userId));
  if (user) await asPlatform("security-notice", (ctx) => sendNotice(ctx, user, notice));
}

/** Puts the mail that tells `user` of a change to their account into the outbox, in the language they signed up in. */
async function sendNotice(ctx: Ctx, user: Told, notice: Notice): Promise<void> {
  await enqueueMail(ctx, {
    kind: "security_notice",
    toAddress: user.email,
    dedupeKey: `security_notice:${newId()}`,
    payload: {
      name: user.name,
      notice: notice.kind,
      browser: notice.browser,
      at: ctx.now.toISOString(),
      locale: pickLocale(user.locale, "en"),
    },
  });
}
