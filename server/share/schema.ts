import { z } from "zod";
import { refusal } from "#server/refusal.ts";
import { Day } from "#server/response/schema.ts";
import { readLocked } from "./locked-segment.ts";

const shareKinds = ["dashboard", "wallboard"] as const;
export type ShareKind = (typeof shareKinds)[number];

/** Whether comments are shown, and whether with the names of those who wrote them. */
const sharedComments = ["none", "anonymous", "named"] as const;
export type SharedComments = (typeof sharedComments)[number];

const settings = {
  name: z
    .string()
    .trim()
    .min(1, refusal("shareName"))
    .max(120, refusal("tooLong", { most: 120 })),
  comments: z.enum(sharedComments, refusal("shareComments")),
  lastDay: Day.nullable(),
};

const password = z
  .string()
  .min(8, refusal("passwordShort", { least: 8 }))
  .max(128, refusal("tooLong", { most: 128 }));

/**
 * A new link. `locked` is the segment as it stands in an address; without a last day (of the workspace's calendar,
 * included) the link works until it is ended.
 */
export const CreateShareLink = z.object({
  kind: z.enum(shareKinds, refusal("shareKind")),
  locked: z
    .string()
    .max(8_000, refusal("shareFilterLong"))
    .refine((words) => readLocked(words) !== null, refusal("filterUnreadable"))
    .default(""),
  ...settings,
  password: password.nullable(),
});
export type CreateShareLink = z.infer<typeof CreateShareLink>;

export const ShareLinkId = z.object({ shareId: z.uuid() });
export type ShareLinkId = z.infer<typeof ShareLinkId>;

/** What can be changed of a link; what it shows, to whom it was given, stays. Without `password` that stays; null takes it away. */
export const ChangeShareLink = ShareLinkId.extend({ ...settings, password: password.nullable().optional() });
export type ChangeShareLink = z.infer<typeof ChangeShareLink>;
