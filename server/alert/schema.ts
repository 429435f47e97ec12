import { z } from "zod";
import type { NewsKind } from "#server/news/schema.ts";
import { refusal } from "#server/refusal.ts";
import { alertKinds, paces, scopes } from "./choices.ts";

export type AlertKind = NewsKind;

export type Scope = (typeof scopes)[number];

export type Pace = (typeof paces)[number];

const most = refusal("messagesWhole", { from: 1, to: 100 });

const content = {
  kinds: z
    .array(z.enum(alertKinds))
    .min(1, refusal("alertNothing"))
    .transform((kinds) => alertKinds.filter((kind) => kinds.includes(kind))),
  scope: z.enum(scopes, refusal("alertScope")),
  teamId: z.uuid(refusal("chooseTeam")).nullable().default(null),
  pace: z.enum(paces, refusal("alertPace")),
  most: z.coerce.number<string | number>(most).int(most).min(1, most).max(100, most).default(10),
};

const hasTeam = ({ scope, teamId }: { scope: Scope; teamId: string | null }) =>
  scope !== "team" || teamId !== null;
const teamMissing = { path: ["teamId"], message: refusal("chooseTeam") };

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
