import { channels } from "#server/response/choices.ts";

/** How an answer is to be to that customer's answer before. */
export const changes = ["fell_to_detractor", "fell", "rose", "rose_to_promoter", "first"] as const;

export const ruleOperators = ["is", "not", "contains", "over", "under"] as const;

/** The ways an answer can come in that opens a case: past answers that were brought in never do. */
export const ruleChannels = channels.filter((channel) => channel !== "import");

/** How somebody asks to be contacted; "none": they do not. */
export const wishes = ["email", "phone", "none"] as const;
