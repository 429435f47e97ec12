import { and, asc, eq, inArray } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { imports, surveys } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import type { Ctx } from "#server/context.ts";
import { invalid } from "#server/errors.ts";
import { locales } from "#server/i18n/locales.ts";
import { texts } from "#server/i18n/messages/texts.ts";
import { readersLanguageIfAny } from "#server/i18n/speech.ts";
import { mappingProblem } from "./guess-mapping.ts";
import { requireImport } from "./queries.ts";
import type { GetImport } from "./schema.ts";

/**
 * Hands an import to the worker; started twice, it runs once; one that failed is tried anew. Past answers without a survey get one of their own.
 * @throws NOT_FOUND for another workspace's import, INVALID when its columns are not matched yet.
 */
export async function startImport(ctx: Ctx, input: GetImport): Promise<{ id: string }> {
  const found = await requireImport(ctx, input.importId);
  const problem = mappingProblem(found.mapping, found.kind);
  if (problem) throw invalid("mapping", problem);
  const surveyId = found.kind === "responses" ? (found.surveyId ?? (await pastAnswers(ctx))) : null;
  const [started] = await ctx.db
    .update(imports)
    .set({ state: "running", surveyId, startedAt: ctx.now, finishedAt: null, failure: null, rowsDone: 0 })
    .where(
      and(
        eq(imports.workspaceId, ctx.workspaceId),
        eq(imports.id, found.id),
        inArray(imports.state, ["uploaded", "failed"]),
      ),
    )
    .returning({ id: imports.id });
  if (started) {
    await recordAct(ctx, "imports.started", { id: found.id, after: { kind: found.kind } });
    await ctx.queue.enqueue(ctx.db, "import.run", { workspaceId: ctx.workspaceId, importId: found.id });
  }
  ctx.nudge("imports", found.id);
  return { id: found.id };
}

/** The survey of past answers, whichever language it was made in; else a new one, in the language of whoever imports. */
async function pastAnswers(ctx: Ctx): Promise<string> {
  const names = locales.map((locale) => texts[locale].names.pastAnswers);
  const [known] = await ctx.db
    .select({ id: surveys.id })
    .from(surveys)
    .where(and(eq(surveys.workspaceId, ctx.workspaceId), inArray(surveys.name, names)))
    .orderBy(asc(surveys.createdAt), asc(surveys.id));
  if (known) return known.id;
  const name = texts[readersLanguageIfAny()].names.pastAnswers;
  const id = newId(ctx.now.getTime());
  await ctx.db
    .insert(surveys)
    .values({ workspaceId: ctx.workspaceId, id, name, createdAt: ctx.now, updatedAt: ctx.now });
  return id;
}
