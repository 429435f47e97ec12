import { z } from "zod";

const inWorkspace = { workspaceId: z.uuid() };

/** Every task by name, with the shape of its payload. Each is safe to run twice. */
export const tasks = {
  "case.receive": z.object({ ...inWorkspace, inboundMailId: z.uuid() }),
  "reply.receive": z.object({ ...inWorkspace, inboundMailId: z.uuid() }),
  "bounce.receive": z.object({ ...inWorkspace, inboundMailId: z.uuid() }),
  "notification.receive": z.object({ ...inWorkspace, inboundMailId: z.uuid() }),
  "response.recount": z.object(inWorkspace),
  "domain.check": z.object({ ...inWorkspace, domainId: z.uuid() }),
  "company-domain.check": z.object({ ...inWorkspace, companyDomainId: z.uuid() }),
  "import.run": z.object({ ...inWorkspace, importId: z.uuid() }),
} as const;

export type TaskName = keyof typeof tasks;
export type TaskPayload<Name extends TaskName> = z.infer<(typeof tasks)[Name]>;
export const taskNames = Object.keys(tasks) as TaskName[];
