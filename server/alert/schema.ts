import { z } from "zod";
import type { NewsKind } from "#server/news/schema.ts";
import { alertKinds, paces, scopes } from "./choices.ts";

export type AlertKind = NewsKind;

export type Scope = (typeof scopes)[number];

export type Pace = (typeof paces)[number];

const most = "Write a whole number of messages from 1 to 100.";

const content = {
  kinds: z
    .array(z.enum(alertKinds))
    .min(1, "Choose what to be told of: one thing at least.")
    .transform((kinds) => alertKinds.filter((kind) => kinds.includes(kind))),
  scope: z.enum(scopes, "Choose whose cases it is about."),
  teamId: z.uuid("Choose a team.").nullable().default(null),
  pace: z.enum(paces, "Choose how soon it tells."),
  most: z.coerce.number<string | number>(most).int(most).min(1, most).max(100, most).default(10),
};

const hasTeam = ({ scope, teamId }: { scope: Scope; teamId: string | null }) =>
  scope !== "team" || teamId !== null;
const teamMissing = { path: ["teamId"], message: "Choose a team." };

/** A team is kept only where it matters. */
const tidied = <Given extends { scope: Scope; teamId: string | null }>(given: Given): Given => ({
  ...given,
  teamId: given.scope === "team" ? given.teamId : null,
});

/** A new alert: of one's own by mail, or, with `channelId`, in a chat channel. */
export const CreateAlert = z
  .object({ ...content, channelId: z.uuid().optional() })
  .refine(hasTeam, teamMissing)
  .transform(tidied);
export type CreateAlert = z.infer<typeof CreateAlert>;

export const ChangeAlert = z
  .object({ ...content, alertId: z.uuid() })
  .refine(hasTeam, teamMissing)
  .transform(tidied);
export type ChangeAlert = z.infer<typeof ChangeAlert>;

export const AlertId = z.object({ alertId: z.uuid() });
export type AlertId = z.infer<typeof AlertId>;
