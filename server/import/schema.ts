import { z } from "zod";

export const importKinds = ["contacts", "responses"] as const;
export type ImportKind = (typeof importKinds)[number];

export const mostBytes = 50 * 1024 * 1024;

/** Where a column's values may go; "attribute" keeps them under the column's own name, "ignore" leaves them out. */
export const contactTargets = [
  "email",
  "name",
  "locale",
  "account",
  "team",
  "employee",
  "externalId",
] as const;
export const responseTargets = ["score", "comment", "answered", "email", "name"] as const;
export const otherTargets = ["attribute", "ignore"] as const;
export type Target =
  | (typeof contactTargets)[number]
  | (typeof responseTargets)[number]
  | (typeof otherTargets)[number];

/** The target of each column, by the column's name. */
export type Mapping = Record<string, Target>;

export const GetImport = z.object({ importId: z.uuid() });
export type GetImport = z.infer<typeof GetImport>;

export const SetMapping = z.object({
  importId: z.uuid(),
  mapping: z.record(
    z.string().max(100_000),
    z.enum([...new Set([...contactTargets, ...responseTargets, ...otherTargets])]),
  ),
  /** For past answers: the survey they belong to; absent makes one called "Past answers". */
  surveyId: z.uuid().nullish(),
});
export type SetMapping = z.infer<typeof SetMapping>;
