/**
 * The columns of words, lists, JSON and bytes that hold nothing of a customer, each with the reason. A column that is
 * neither here nor filled by `fillEverything` fails server/own-data/canaries.test.ts: whoever adds one decides. Not
 * listed are ids of users and what a CHECK keeps to a few words.
 */
export const impersonal: Record<string, string[]> = {
  "Whether, where and how members sign in: colleagues, not customers.": [
    ...["credentials.access_token", "credentials.account_id", "credentials.id", "credentials.id_token"],
    ...["credentials.password", "credentials.provider_id", "credentials.refresh_token", "credentials.scope"],
    ...["known_browsers.browser", "passkeys.id", "passkeys.name", "passkeys.public_key"],
    ...["recovery_codes.code_hash", "second_factors.secret", "sessions.id", "sessions.ip_address"],
    ...["sessions.token", "sessions.user_agent", "users.email", "users.id", "users.image", "users.locale"],
    ...["users.name", "verifications.id", "verifications.identifier", "verifications.value"],
    ...["member_invitations.email", "member_invitations.invited_by", "response_columns.columns"],
    ...["company_domains.domain", "company_domains.proof", "identity_providers.client_id"],
    ...["identity_providers.issuer", "identity_providers.problem", "identity_providers.secret"],
    ...["provider_subjects.issuer", "provider_subjects.subject"],
  ],
  "The id of a member, where a foreign key is to `members`, or there is none so that it stays when they leave.":
    [
      ...["alerts.user_id", "attachments.member_id", "case_drafts.member_id", "case_habits.user_id"],
      ...["case_presences.member_id", "case_reads.member_id", "contact_grounds.told_by", "digests.user_id"],
      ...[
        "case_sights.user_id",
        "team_members.user_id",
        "provider_subjects.user_id",
        "identity_providers.kept_id",
      ],
      ...["promise_mails.user_id", "response_columns.user_id", "suppression_events.by_member"],
      ...[
        "api_keys.created_by",
        "campaigns.created_by",
        "case_closures.closed_by",
        "case_closures.reopened_by",
      ],
      ...["case_events.actor_id", "case_messages.author_id", "exclusions.excluded_by", "imports.created_by"],
      ...["legal_rules.updated_by", "recovery_checks.cancelled_by", "sending_domains.created_by"],
    ],
  "A colleague, by address or name, who knows the customer or is asked about.": [
    ...["contacts.employee", "exclusions.employee", "invitations.employee", "responses.employee"],
    "response_count_deltas.employee",
  ],
  "The audit log names customers by id only (docs/decisions/0048).": [
    ...["audit_entries.action", "audit_entries.actor_id", "audit_entries.actor_name", "audit_entries.after"],
    ...["audit_entries.before", "audit_entries.request_id", "audit_entries.subject_id"],
    ...["audit_entries.subject_kind", "audit_entries.subject_label"],
  ],
  "The company's own words, written for all of its customers or colleagues.": [
    ...["annotations.text", "api_keys.name", "campaigns.name", "campaigns.sender_name", "causes.name"],
    ...["chat_channels.name", "closed_days.name", "legal_rules.reason", "reply_templates.name"],
    ...[
      "reply_templates.text",
      "segments.name",
      "share_links.name",
      "survey_links.name",
      "survey_versions.drivers",
    ],
    ...["survey_versions.texts", "surveys.draft", "surveys.drivers", "surveys.name", "surveys.texts"],
    ...["target_changes.reason", "teams.name", "workspaces.name", "workspaces.postal_address"],
    ...["workspaces.value_attribute", "workspaces.value_unit", "workspaces.you_said", "thank_yous.ask"],
    ...["thank_yous.link", "case_rules.name", "case_rule_changes.name", "uncounted_attributes.name"],
  ],
  "What colleagues ask of figures, lists and rules: about groups of customers, kept as they asked it.": [
    ...["case_rule_changes.actions", "case_rule_changes.conditions", "case_rules.actions"],
    ...["case_rules.conditions", "digests.filter", "segments.filter", "share_links.locked"],
  ],
  "Said of a whole file with many people in it; the file itself goes.": [
    ...["imports.failure", "imports.file_name", "imports.ground_source", "imports.mapping"],
  ],
  "A touchpoint, driver, language or kind of event: a name of the company's or a code, the same for many.": [
    ...["contacts.locale", "digests.locale", "events.type", "invitations.locale", "invitations.touchpoint"],
    ...["outbound_mails.timezone", "reply_templates.locale", "response_count_deltas.drivers"],
    ...["response_count_deltas.locale", "response_count_deltas.touchpoint", "response_counts.locale"],
    ...["response_counts.touchpoint", "response_versions.drivers", "responses.drivers", "responses.locale"],
    ...["responses.touchpoint", "survey_links.locale", "survey_links.touchpoint", "surveys.touchpoint"],
    ...["thank_yous.locale", "workspaces.locale", "workspaces.timezone", "working_times.timezone"],
  ],
  "A word of Svar's own vocabulary, checked in the application.": [
    ...["alerts.kinds", "bounces.reason", "case_drafts.written_in", "case_events.kind"],
    ...["case_messages.written_as", "case_news.kind", "causes.suggestion", "chat_message_events.state"],
    ...[
      "contact_grounds.came_by",
      "contacts.source",
      "imports.kind",
      "imports.legal_ground",
      "imports.state",
    ],
    ...["inbound_mails.outcome", "inbound_mails.purpose", "legal_rules.accepts", "live_changes.kinds"],
    ...[
      "outbound_mails.refusal",
      "recovery_checks.cancelled_because",
      "response_cuts.dimension",
      "retention_runs.kind",
    ],
    ...[
      "suppression_events.scope",
      "suppression_events.source",
      "suppressions.source",
      "working_times.calendar",
    ],
  ],
  "Numbers, times, ids or digits, held in JSON or words.": [
    ...["bounces.status", "campaigns.ab_decision", "campaigns.ab_test", "campaigns.left_out"],
    ...["campaigns.sampling", "campaigns.sending_hours", "campaigns.timing", "case_merges.moved"],
    ...["case_merges.stood", "case_news.key", "case_news.together", "case_presences.tab", "events.outcome"],
    ...[
      "live_changes.seen_by",
      "live_changes.transaction",
      "outbound_mails.dedupe_key",
      "working_times.week",
      "workspaces.key",
    ],
    ...["workspaces.slug", "migrations.name", "migrations.sha256"],
  ],
  "Random, made by Svar.": [
    ...["api_keys.hash", "api_keys.last_four", "campaigns.seed", "dkim_keys.private_key"],
    ...["dkim_keys.public_key", "dkim_keys.selector", "outbound_mails.message_id", "responses.page_nonce"],
    "share_links.password_hash",
  ],
  "A digest that is replaced when the person is erased; nothing can be read from it.": [
    ...["outbound_mails.address_hash", "contacts.address_hash", "responses.import_key"],
  ],
  "The keyed hash of the address, the one thing that stays, so that nobody is asked again.": [
    ...["suppression_events.address_hash", "suppressions.address_hash"],
  ],
  "The company itself: its mail and chats, whom to turn to, its own reasons.": [
    ...["data_protection_contacts.controller_address", "data_protection_contacts.controller_email"],
    ...["data_protection_contacts.controller_name", "data_protection_contacts.controller_phone"],
    ...["data_protection_contacts.officer_email", "data_protection_contacts.officer_name"],
    ...["data_protection_contacts.officer_phone", "retention_holds.reason"],
    ...["chat_channels.address", "chat_channels.host", "chat_channels.last_four", "sending_domains.domain"],
    ...["sending_domains.from_local", "sending_domains.records", "sending_domains.return_label"],
  ],
  "A receiving host, for the whole installation, which is forgotten minutes after it takes mail again.": [
    ...["mail_domains.domain", "mail_domains.reason"],
  ],
  "Attempts of an IP address, forgotten after a day.": ["rate_limits.id", "rate_limits.key"],
};
