import { newsKinds } from "#server/news/schema.ts";

export const alertKinds = newsKinds;

export const scopes = ["mine", "team", "all"] as const;

export const paces = ["at_once", "hourly", "morning"] as const;
