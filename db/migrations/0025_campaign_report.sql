-- Why a mail was refused while it was handed over, in the words that bounces are told in; null where nobody knows.
ALTER TABLE outbound_mails ADD COLUMN refusal text;

-- People of the audience that somebody left out of a campaign: {"emails": […], "why": "…", "by": "<member>"}. Each of
-- them stands in the ledger with who it was.
ALTER TABLE campaigns ADD COLUMN left_out jsonb;
ALTER TYPE exclusion_reason ADD VALUE 'left_out_by_hand';
ALTER TABLE exclusions ADD COLUMN excluded_by text;
ALTER TABLE exclusions ADD COLUMN team_id uuid, ADD COLUMN employee text;
