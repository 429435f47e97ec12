import type { z } from "zod";
import { considerCase } from "#server/case/consider.ts";
import { receiveMail } from "#server/case/receive.ts";
import type { Ctx } from "#server/context.ts";
import { asSystem, type Runtime } from "#server/entry.ts";
import { runImport } from "#server/import/run.ts";
import { type TaskName, tasks } from "#server/queue/tasks.ts";

/** What runs a task with the data it was enqueued with. */
export type Handler = (rt: Runtime, data: unknown) => Promise<unknown>;

/** What each task does. Every one may run twice. */
export const handlers: Record<TaskName, Handler> = {
  "case.consider": through("case.consider", tasks["case.consider"], considerCase),
  "case.receive": through("case.receive", tasks["case.receive"], receiveMail),
  "import.run": through("import.run", tasks["import.run"], runImport),
};

/** `verb` in the workspace that the task's payload names, in a transaction of its own. */
function through<Payload extends { workspaceId: string }>(
  name: TaskName,
  shape: z.ZodType<Payload>,
  verb: (ctx: Ctx, input: Payload) => Promise<unknown>,
): Handler {
  return async (rt, data) => {
    const payload = shape.parse(data);
    return asSystem(rt, payload.workspaceId, name, (ctx) => verb(ctx, payload));
  };
}
