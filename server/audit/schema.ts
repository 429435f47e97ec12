import { z } from "zod";

/** What an entry is about. */
export type SubjectKind = (typeof actions)[AuditAction];

/**
 * Everything that is written down, with what it is about. An act that is not named here cannot be recorded; a name that
 * has been used stays, because old entries have it. What stands before the point is the family that the page filters by.
 */
export const actions = {
  "people.invited": "invitation",
  "people.invitation_revoked": "invitation",
  "people.joined": "member",
  "people.role_changed": "member",
  "people.removed": "member",
  "people.lead_set": "team",
  "people.team_set": "team",
  "people.sight_set": "workspace",

  "keys.made": "api key",
  "keys.revoked": "api key",

  "exports.answers": "workspace",
  "exports.dashboard": "workspace",
  "exports.case_figures": "workspace",
  "exports.suppressions": "workspace",
  "exports.asked": "campaign",
  "exports.failed_rows": "import",
  "exports.audit": "workspace",

  "privacy.own_data_asked": "contact",
  "privacy.own_data_exported": "contact",
  "privacy.exported": "contact",
  "privacy.erased": "contact",
  "privacy.ground_set": "country",
  "privacy.ground_reset": "country",
  "privacy.defaults_set": "workspace",
  "privacy.retention_set": "kind of data",
  "privacy.removal_held": "workspace",
  "privacy.removal_freed": "workspace",
  "privacy.aged_removed": "kind of data",
  "privacy.contact_set": "workspace",

  "suppressions.added": "contact",
  "suppressions.lifted": "contact",
  "suppressions.imported": "workspace",

  "sending.scheduled": "campaign",
  "sending.unscheduled": "campaign",
  "sending.started": "campaign",
  "sending.hold_ended": "campaign",
  "sending.paused": "campaign",
  "sending.resumed": "campaign",
  "sending.cancelled": "campaign",
  "sending.reminder_moved": "campaign",
  "sending.reminder_ended": "campaign",
  "sending.test_ended": "campaign",
  "sending.replied": "case",

  "sharing.made": "share link",
  "sharing.changed": "share link",
  "sharing.ended": "share link",
  "sharing.opened": "share link",
  "sharing.survey_made": "survey link",
  "sharing.survey_closed": "survey link",
  "sharing.survey_opened": "survey link",

  "settings.made": "workspace",
  "settings.changed": "workspace",
  "settings.said_changed": "workspace",
  "settings.value_set": "workspace",
  "settings.escalation_set": "workspace",
  "settings.sender_set": "workspace",
  "settings.factor_demanded": "workspace",
  "settings.factor_free": "workspace",
  "settings.provider_set": "provider",
  "settings.provider_removed": "provider",
  "settings.provider_on": "provider",
  "settings.provider_off": "provider",
  "settings.provider_demanded": "provider",
  "settings.provider_free": "provider",
  "settings.provider_joining": "provider",
  "settings.company_domain_added": "domain",
  "settings.company_domain_removed": "domain",
  "settings.company_domain_proven": "domain",
  "settings.company_domain_lost": "domain",
  "settings.domain_added": "domain",
  "settings.domain_removed": "domain",
  "settings.key_rotated": "domain",
  "settings.hours_set": "working time",
  "settings.hours_reset": "working time",
  "settings.day_closed": "closed day",
  "settings.day_opened": "closed day",
  "settings.survey_published": "survey",
  "settings.cause_added": "cause",
  "settings.cause_renamed": "cause",
  "settings.cause_retired": "cause",
  "settings.cause_restored": "cause",
  "settings.cause_merged": "cause",
  "settings.template_made": "template",
  "settings.template_changed": "template",
  "settings.template_ended": "template",

  "rules.made": "rule",
  "rules.changed": "rule",
  "rules.on": "rule",
  "rules.off": "rule",
  "rules.moved": "rule",
  "rules.ended": "rule",

  "targets.set": "target",
  "targets.changed": "target",
  "targets.ended": "target",

  "alerts.made": "alert",
  "alerts.changed": "alert",
  "alerts.ended": "alert",
  "alerts.channel_added": "channel",
  "alerts.channel_changed": "channel",
  "alerts.channel_ended": "channel",

  "imports.uploaded": "import",
  "imports.started": "import",

  "sample.loaded": "workspace",
} as const;
export type AuditAction = keyof typeof actions;

export const families = [
  ...(["people", "keys", "exports", "privacy", "suppressions", "sending", "sharing"] as const),
  ...(["settings", "rules", "targets", "alerts", "imports", "sample"] as const),
];

const optional = <Output>(schema: z.ZodType<Output>) => schema.optional().catch(undefined);

/** What the page shows; parts of an address that are not understood are left out. Days are the workspace's, included. */
export const AuditFilter = z.object({
  family: optional(z.enum(families)),
  /** A member's or a key's id, or "system" or "customer". */
  who: optional(z.string().min(1).max(64)),
  from: optional(z.iso.date()),
  to: optional(z.iso.date()),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

/** `cursor`: the id of the entry above the first one wanted. */
export const ListAudit = AuditFilter.extend({ cursor: optional(z.uuid()) });
export type ListAudit = z.infer<typeof ListAudit>;
