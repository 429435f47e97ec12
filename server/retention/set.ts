import { newId } from "#db/id.ts";
import { retentionPeriods } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { settingsOf } from "./queries.ts";
import { kinds, standingOf } from "./rules.ts";
import type { SetRetention } from "./schema.ts";

/** Changes for how long kinds of data are kept. A shorter period removes nothing for fourteen days; what is as it was is left. */
export async function setRetention(ctx: Ctx, { periods }: SetRetention): Promise<void> {
  const settings = await settingsOf(ctx);
  for (const kind of kinds) {
    const own = settings.filter((one) => one.kind === kind);
    const before = standingOf(kind, own, ctx.now).months;
    const after = periods[kind];
    if (before === after) continue;
    await ctx.db.insert(retentionPeriods).values({
      ...{ workspaceId: ctx.workspaceId, id: newId(ctx.now.getTime()), kind, months: after },
      ...{ setAt: ctx.now, setBy: memberId(ctx.actor) },
    });
    await recordAct(ctx, "privacy.retention_set", {
      ...{ id: kind, label: kind, before: { months: before }, after: { months: after } },
    });
  }
}
