import { z } from "zod";
import { refusal } from "#server/refusal.ts";
import { Day } from "#server/response/schema.ts";

const longestAnnotation = 120;

/** What happened on a day, for oneself or for everybody. */
export const AddAnnotation = z.object({
  day: Day,
  text: z
    .string()
    .trim()
    .min(1, refusal("noteMissing"))
    .max(longestAnnotation, refusal("tooLong", { most: longestAnnotation })),
  shared: z.boolean().default(false),
});
export type AddAnnotation = z.infer<typeof AddAnnotation>;

export const AnnotationId = z.object({ annotationId: z.uuid() });
export type AnnotationId = z.infer<typeof AnnotationId>;

export const ChangeAnnotation = AddAnnotation.extend(AnnotationId.shape);
export type ChangeAnnotation = z.infer<typeof ChangeAnnotation>;
