import { z } from "zod";
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
    .min(1, "Give it a name: readers see it above the figures.")
    .max(120, "The name can have 120 characters at most. Shorten it."),
  comments: z.enum(sharedComments, "Choose whether comments are shown."),
  lastDay: Day.nullable(),
};

const password = z
  .string()
  .min(8, "The password needs 8 characters or more.")
  .max(128, "The password can have 128 characters at most. Shorten it.");

/**
 * A new link. `locked` is the segment as it stands in an address; without a last day (of the workspace's calendar,
 * included) the link works until it is ended.
 */
export const CreateShareLink = z.object({
  kind: z.enum(shareKinds, "Choose a dashboard or a wallboard."),
  locked: z
    .string()
    .max(8_000, "This filter is too long to share. Take some of it away.")
    .refine((words) => readLocked(words) !== null, "This filter cannot be read. Choose it again.")
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
