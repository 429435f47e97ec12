import type { z } from "zod";
import { receiveReport } from "#server/bounce/receive.ts";
import { receiveMail } from "#server/case/receive.ts";
import { receiveReply } from "#server/case/receive-reply.ts";
import type { Ctx } from "#server/context.ts";
import { asSystem, type Runtime } from "#server/entry.ts";
import { oneByOne } from "#server/mail/one-by-one.ts";
import { type TaskName, tasks } from "#server/queue/tasks.ts";
import { recountResponses } from "#server/response/recount.ts";
import { checkCompanyDomainTask } from "./check-company-domains.ts";
import { checkDomainTask } from "./check-domains.ts";
import { receiveNotificationTask } from "./receive-notification.ts";
import { runImportTask } from "./run-import.ts";

/** What runs a task with the data it was enqueued with. */
export type Handler = (rt: Runtime, data: unknown) => Promise<unknown>;

const inTurn = oneByOne();

/** What each task does. Every one may run twice. */
export const handlers: Record<TaskName, Handler> = {
  "case.receive": oneMailAtATime(through("case.receive", tasks["case.receive"], receiveMail)),
  "reply.receive": oneMailAtATime(through("reply.receive", tasks["reply.receive"], receiveReply)),
  "bounce.receive": oneMailAtATime(through("bounce.receive", tasks["bounce.receive"], receiveReport)),
  "notification.receive": oneMailAtATime((rt, data) =>
    receiveNotificationTask(rt, tasks["notification.receive"].parse(data)),
  ),
  "response.recount": through("response.recount", tasks["response.recount"], recountResponses),
  "domain.check": (rt, data) => checkDomainTask(rt, tasks["domain.check"].parse(data)),
  "company-domain.check": (rt, data) => checkCompanyDomainTask(rt, tasks["company-domain.check"].parse(data)),
  "import.run": (rt, data) => runImportTask(rt, tasks["import.run"].parse(data)),
};

/** A mail is read several times its size, and twenty at once would be too much; nor may one wait in a transaction. */
function oneMailAtATime(handler: Handler): Handler {
  return (rt, data) => inTurn(() => handler(rt, data));
}

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
