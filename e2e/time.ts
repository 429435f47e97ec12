import postgres from "postgres";
import { findEmbeddedPostgres } from "#db/embedded.ts";

/** What a workspace remembers of the dialogue with times that decide something. */
const remembered = [
  ["outbound_mails", "created_at"],
  ["outbound_mails", "first_tried_at"],
  ["outbound_mails", "sent_at"],
  ["invitations", "created_at"],
  ["invitations", "sent_at"],
  ["responses", "answered_at"],
  ["responses", "updated_at"],
  ["cases", "opened_at"],
  ["cases", "needs_since"],
  ["cases", "snoozed_until"],
  ["cases", "due_at"],
  ["cases", "soon_at"],
  ["cases", "first_reply_at"],
  ["cases", "first_due_at"],
  ["cases", "counted_from"],
  ["cases", "escalate_at"],
  ["cases", "late_at"],
  ["case_events", "at"],
  ["case_messages", "at"],
  ["case_closures", "closed_at"],
  ["thank_yous", "due_at"],
  ["thank_yous", "thanked_at"],
  ["recovery_checks", "due_at"],
  ["recovery_checks", "asked_at"],
  ["recovery_checks", "expires_at"],
] as const;

/** Lets days pass for a workspace, without waiting: everything that happened in it was so much earlier. */
export const letDaysPass = (slug: string, days: number): Promise<void> => letMinutesPass(slug, days * 1440);

/** The same for minutes. */
export async function letMinutesPass(slug: string, minutes: number): Promise<void> {
  const { ownerUrl } = findEmbeddedPostgres(process.env.E2E_DATA_DIR!)!;
  const owner = postgres(ownerUrl, { max: 1 });
  try {
    await owner.begin(async (tx) => {
      for (const [table, column] of remembered) {
        await tx`
          UPDATE ${tx(table)} SET ${tx(column)} = ${tx(column)} - make_interval(mins => ${minutes})
          WHERE workspace_id = (SELECT id FROM workspaces WHERE slug = ${slug})`;
      }
    });
  } finally {
    await owner.end();
  }
}
