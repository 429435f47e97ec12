import { z } from "zod";
import { grounds } from "#server/legal/rules.ts";
import { refusal } from "#server/refusal.ts";
import { contactTargets, otherTargets, responseTargets } from "./choices.ts";

export const importKinds = ["contacts", "responses"] as const;
export type ImportKind = (typeof importKinds)[number];

export const mostBytes = 50 * 1024 * 1024;

export type Target =
  | (typeof contactTargets)[number]
  | (typeof responseTargets)[number]
  | (typeof otherTargets)[number];

/** The target of each column, by the column's name. */
export type Mapping = Record<string, Target>;

export const GetImport = z.object({ importId: z.uuid() });
export type GetImport = z.infer<typeof GetImport>;

/** On what ground the customers of a file may be asked; consent with its date and where it was given. */
export const ImportGround = z
  .object({
    legalGround: z.enum(grounds, refusal("ground")),
    groundSource: z
      .string()
      .trim()
      .max(300, refusal("tooLong", { most: 300 }))
      .default(""),
    consentedAt: z.iso.date(refusal("consentDate")).nullish(),
  })
  .refine(({ legalGround, consentedAt }) => legalGround !== "consent" || consentedAt, {
    path: ["consentedAt"],
    error: refusal("consentWhen"),
  })
  .refine(({ legalGround, groundSource }) => legalGround !== "consent" || groundSource !== "", {
    path: ["groundSource"],
    error: refusal("consentWhere"),
  });
export type ImportGround = z.infer<typeof ImportGround>;

export const SetMapping = z.object({
  importId: z.uuid(),
  mapping: z.record(
    z.string().max(100_000),
    z.enum([...new Set([...contactTargets, ...responseTargets, ...otherTargets])]),
  ),
  /** For contacts: the ground of those without a date of consent of their own; absent is the workspace's. */
  ground: ImportGround.nullish(),
  /** For past answers: the survey they belong to; absent makes one for all past answers. */
  surveyId: z.uuid().nullish(),
});
export type SetMapping = z.infer<typeof SetMapping>;
