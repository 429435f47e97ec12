-- Two versions of a campaign's mail, tried on a share of its people; the better one, or the first where no difference
-- shows, goes to the rest. `ab_test` is the plan, `ab_ends_at` when the last look is due, `ab_decision` what was
-- decided ({winner, at, look, by}). `variant` is a or b for those of the test, null for the rest.
ALTER TABLE campaigns
  ADD COLUMN ab_test jsonb,
  ADD COLUMN ab_ends_at timestamptz,
  ADD COLUMN ab_decision jsonb;

ALTER TABLE invitations ADD COLUMN variant text CHECK (variant IN ('a', 'b'));
