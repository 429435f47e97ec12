import { z } from "zod";
import { refusal } from "#server/refusal.ts";
import { longestText } from "./rules.ts";

const id = z.uuid();
const words = (most: number, empty: string) =>
  z.string().trim().min(1, empty).max(most, refusal("tooLong", { most }));

const Day = z.iso.date(refusal("dayLike"));
const Owner = z.string().max(64).nullish();

/** `ownerId`: who keeps it; left out, whoever notes it. */
export const MakePromise = z.object({
  caseId: id,
  text: words(longestText, refusal("promiseText")),
  dueOn: Day,
  ownerId: Owner,
});
export type MakePromise = z.infer<typeof MakePromise>;

export const PromiseId = z.object({ promiseId: id });
export type PromiseId = z.infer<typeof PromiseId>;

/** A promise's new day, and its new owner where that changes too. */
export const MovePromise = PromiseId.extend({
  dueOn: Day,
  ownerId: Owner,
  reason: words(300, refusal("promiseWhyTell")),
});
export type MovePromise = z.infer<typeof MovePromise>;

export const WithdrawPromise = PromiseId.extend({
  reason: words(300, refusal("promiseWhyNot")),
});
export type WithdrawPromise = z.infer<typeof WithdrawPromise>;

export const CaseId = z.object({ caseId: id });

/** Cases whose open promises are asked for. */
export const ListOpenPromises = z.object({ caseIds: z.array(id).min(1).max(200) });
