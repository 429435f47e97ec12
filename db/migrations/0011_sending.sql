-- What sending needs beside the row itself: the address's keyed hash, so that the claim can ask the suppression
-- list (RELIABILITY.md A8); when the mail was first tried, which giving up is counted from; and how often its
-- fate was in doubt, since a doubt is resolved by sending the same message once more.
ALTER TABLE outbound_mails ADD COLUMN address_hash bytea;
ALTER TABLE outbound_mails ADD COLUMN first_tried_at timestamptz;
ALTER TABLE outbound_mails ADD COLUMN doubts smallint DEFAULT 0 NOT NULL;

-- Every mail is updated three times; room in the page keeps the second within it.
ALTER TABLE outbound_mails SET (fillfactor = 70);

-- The claim takes mail to persons by priority, and that of each running campaign apart, so that a paused
-- campaign's rows are never looked at and a large campaign does not stand before a small one.
DROP INDEX outbound_mails_due;
CREATE INDEX outbound_mails_due ON outbound_mails (priority, next_attempt_at)
  WHERE state IN ('queued', 'deferred') AND campaign_id IS NULL;
CREATE INDEX outbound_mails_campaign_due ON outbound_mails (workspace_id, campaign_id, next_attempt_at)
  WHERE state IN ('queued', 'deferred');
CREATE INDEX campaigns_live ON campaigns (state, send_at) WHERE state IN ('scheduled', 'running');

CREATE POLICY door ON suppressions FOR SELECT TO svar_door USING (true);
GRANT SELECT (workspace_id, address_hash, until) ON suppressions TO svar_door;

-- Whether `moment` is within `hours` ({days: ISO weekdays, from, to}) on the clocks of `zone`; no hours: always.
CREATE FUNCTION svar_within_hours(hours jsonb, zone text, moment timestamptz) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
  SELECT hours IS NULL OR (
    (hours -> 'days') @> to_jsonb(extract(isodow FROM moment AT TIME ZONE zone)::int)
    AND extract(hour FROM moment AT TIME ZONE zone) >= (hours ->> 'from')::int
    AND extract(hour FROM moment AT TIME ZONE zone) < (hours ->> 'to')::int)
$$;
