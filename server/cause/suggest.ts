import { and, eq } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { causes } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { type Locale, pickLocale } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import { readCauses } from "./queries.ts";
import { isTaken } from "./rules.ts";

/** What most companies are complained to about, and what more can be said of it. */
const suggestions = {
  delivery: ["deliveryLate", "deliveryDamaged", "deliveryMissing"],
  quality: ["qualityFaulty", "qualityExpected"],
  price: ["priceHigh", "priceInvoice"],
  waiting: ["waitingLong", "waitingReach"],
  communication: ["communicationUnclear", "communicationPromise"],
  digital: ["digitalHard", "digitalFault"],
  staff: ["staffManner", "staffKnowledge"],
  misunderstanding: [],
  other: [],
} as const;

type Suggestion = keyof typeof suggestions | (typeof suggestions)[keyof typeof suggestions][number];

/** Gives a new workspace the causes that all begin with, in its language. Returns them, above before beneath. */
export async function suggestCauses(ctx: Ctx, locale: string): Promise<(typeof causes.$inferSelect)[]> {
  const t = translator(pickLocale(locale, "en"), "causes");
  const row = (suggestion: Suggestion, at: number, parentId: string | null) => ({
    ...{ workspaceId: ctx.workspaceId, id: newId(ctx.now.getTime()), parentId },
    ...{ name: t(suggestion), place: at + 1, suggestion, madeAt: ctx.now },
  });
  const rows = Object.entries(suggestions).flatMap(([first, beneath], at) => {
    const above = row(first as keyof typeof suggestions, at, null);
    return [above, ...beneath.map((one, place) => row(one, place, above.id))];
  });
  return ctx.db.insert(causes).values(rows).returning();
}

/** Calls the suggested causes that nobody has renamed as `locale` does, but where one of that name is there already. */
export async function translateCauses(ctx: Ctx, locale: Locale): Promise<void> {
  const t = translator(locale, "causes");
  const all = await readCauses(ctx, { lock: true });
  for (const one of all.filter(({ suggestion }) => suggestion !== null)) {
    const name = t(one.suggestion as Suggestion);
    if (isTaken(all, { ...one, name })) continue;
    one.name = name;
    await ctx.db
      .update(causes)
      .set({ name })
      .where(and(eq(causes.workspaceId, ctx.workspaceId), eq(causes.id, one.id)));
  }
}
