/** What can change on a screen. An event says only that, and for which row; the query is the truth. */
export const liveKinds = [
  "responses",
  "cases",
  "presences",
  "campaigns",
  "contacts",
  "imports",
  "domains",
  "outbox",
] as const;

export type LiveKind = (typeof liveKinds)[number];

/**
 * For whom something changed where no row of theirs did: for everybody, as when what they may see changes; or for those who
 * see what is of no team. Otherwise it is for who sees the row with the id, or for the team with the id.
 */
export const everybodys = "*";
export const noTeams = "-";

/** One coalesced announcement of a workspace: per kind the ids that changed (empty: many). */
export type LiveEvent = { workspaceId: string; changes: Partial<Record<LiveKind, string[]>> };

/** What a browser is told: the kinds that changed (none: the stream is well), or "resync" when it may be anything; until which position. */
export type LiveMessage = { position: string; changed: LiveKind[] | "resync" };
