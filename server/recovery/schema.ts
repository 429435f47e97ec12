import { z } from "zod";
import { RecordResponse } from "#server/response/schema.ts";

export const recoveryAnswerWords = ["yes", "partly", "no"] as const;

/** An answer to "Is it solved?" as a form sends it; the comment is like that of any answer. */
export const RecordRecovery = z.strictObject({
  answer: z.enum(recoveryAnswerWords, "answerMissing"),
  comment: RecordResponse.shape.comment,
});
export type RecordRecovery = z.infer<typeof RecordRecovery>;

export const OfCase = z.object({ caseId: z.uuid() });
export type OfCase = z.infer<typeof OfCase>;
