import { z } from "zod";

const id = z.uuid();

export const FindAttachment = z.object({ caseId: id, attachmentId: id });
export type FindAttachment = z.infer<typeof FindAttachment>;

export const FindMail = z.object({ caseId: id, messageId: id });
export type FindMail = z.infer<typeof FindMail>;

/** A file for the reply that a member is writing. */
export type AddAttachment = { caseId: string; fileName: string; mediaType: string; content: Uint8Array };
