import { asSystem, type Runtime } from "#server/entry.ts";
import { failImport } from "#server/import/fail.ts";
import { noteProgress } from "#server/import/note-progress.ts";
import { runImport } from "#server/import/run.ts";

const task = "import.run";

/**
 * Runs an import in one transaction and says in others how far it is: never waited for, since many imports at
 * once could then use up the connections that they wait for. @throws what stopped the run, after it is settled.
 */
export async function runImportTask(
  rt: Runtime,
  { workspaceId, importId }: { workspaceId: string; importId: string },
): Promise<void> {
  let noting: Promise<void> | undefined;
  const onBatch = (rowsDone: number) => {
    noting ??= asSystem(rt, workspaceId, task, (ctx) => noteProgress(ctx, { importId, rowsDone }))
      .catch((error) => rt.log.warn({ err: error, import: importId }, "progress not noted"))
      .finally(() => {
        noting = undefined;
      });
  };
  try {
    await asSystem(rt, workspaceId, task, (ctx) => runImport(ctx, { importId, onBatch }));
  } catch (error) {
    const forGood = await asSystem(rt, workspaceId, task, (ctx) => failImport(ctx, { importId, error }));
    if (!forGood) throw error;
    rt.log.warn({ err: error, import: importId }, "import failed");
  } finally {
    await noting;
  }
}
