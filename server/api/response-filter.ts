import { z } from "@hono/zod-openapi";
import type { Ctx } from "#server/context.ts";
import { DriverId } from "#server/driver/schema.ts";
import { GROUPS } from "#server/nps/groups.ts";
import { channels } from "#server/response/choices.ts";
import { Day, mostConditions, type ResponseFilter, sorts, WhereText } from "#server/response/schema.ts";
import { getSurvey } from "#server/survey/queries.ts";
import { absentWhenEmpty, Id } from "./schema.ts";

const day = (description: string) => absentWhenEmpty(Day).openapi({ example: "2026-11-23", description });

const words = (most: number, description: string) =>
  absentWhenEmpty(
    z.string().trim().min(1, "Write a word.").max(most, `Keep it under ${most} characters.`),
  ).openapi({
    description,
  });

const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values, description: string) =>
  absentWhenEmpty(z.enum(values, `Choose ${values.slice(0, -1).join(", ")} or ${values.at(-1)}.`)).openapi({
    description,
  });

const Where = z.preprocess(
  (given) => (given === "" || given === undefined ? undefined : [given].flat()),
  z
    .array(z.string())
    .max(mostConditions, `Ask for at most ${mostConditions} conditions.`)
    .refine(
      (texts) => texts.every((text) => WhereText.safeParse(text).success),
      "Write each condition as is.Name.Value, not.Name.Value or contains.Name.Value.",
    )
    .optional(),
);

/**
 * The parameters that narrow answers, the same as in the addresses of the application; but a value that cannot be
 * meant is refused here, where a page's address leaves it out.
 */
export const Filter: { [Name in keyof Required<ResponseFilter>]: z.ZodType<ResponseFilter[Name]> } = {
  from: day("Answers given on this day of the workspace’s calendar or later."),
  to: day("Answers given on this day or earlier."),
  survey: absentWhenEmpty(Id),
  campaign: absentWhenEmpty(Id),
  touchpoint: words(200, "The moment in the customer’s journey."),
  team: absentWhenEmpty(Id),
  employee: words(200, "Who knows the customer, by the name or the address on the contact."),
  channel: oneOf(channels, "How the answer came."),
  language: words(35, "The language the customer was asked in, such as `sv`."),
  group: oneOf(GROUPS, "Detractors gave 0–6, passives 7–8, promoters 9–10."),
  driver: absentWhenEmpty(DriverId).openapi({ description: "A reason’s `id`; those who chose it." }),
  commented: absentWhenEmpty(z.literal("yes", "Write yes, or leave it out.")).openapi({
    description: "Only answers with a comment.",
  }),
  where: Where.openapi({
    description:
      "A condition on an attribute of the customer, as it was when they were asked: `is.Country.Denmark`, `not.…`, `contains.…`. Given several times, all must hold.",
  }),
};

/** The parameters of a list of answers besides. */
export const Listing = {
  score: absentWhenEmpty(
    z
      .string()
      .regex(/^(?:\d|10)$/, "Write a whole number from 0 to 10.")
      .transform(Number),
  ).openapi({ description: "One score, 0 to 10." }),
  q: words(
    200,
    "Words to look for in comment, name, address and company; all of them are found. A phrase stands in quotation marks.",
  ),
  sort: oneOf(sorts, "By the time they came in, newest first unless told, or by score."),
};

/** @throws NOT_FOUND when the survey asked for is not in this workspace. */
export async function requireSurvey(ctx: Ctx, filter: Pick<ResponseFilter, "survey">): Promise<void> {
  if (filter.survey) await getSurvey(ctx, { surveyId: filter.survey });
}
