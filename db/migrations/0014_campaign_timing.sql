-- How a campaign is spread over time. `timing` is {kind: once}, {kind: drip, days} or {kind: recurring, every,
-- unit}; `sampling` {percent} or {most}, drawn by `seed` so that the same people are drawn again. A recurring
-- campaign is itself never sent: each wave is a campaign of its own with `series_id` and `wave`, and the
-- series' `send_at` moves on, counted from `anchor_at`.
ALTER TYPE exclusion_reason ADD VALUE 'not_sampled';

ALTER TABLE campaigns
  ADD COLUMN timing jsonb DEFAULT '{"kind": "once"}' NOT NULL,
  ADD COLUMN sampling jsonb,
  ADD COLUMN seed text DEFAULT gen_random_uuid()::text NOT NULL,
  ADD COLUMN anchor_at timestamptz,
  ADD COLUMN series_id uuid,
  ADD COLUMN wave integer DEFAULT 0 NOT NULL,
  ADD COLUMN contact_zones boolean DEFAULT false NOT NULL,
  ADD FOREIGN KEY (workspace_id, series_id) REFERENCES campaigns (workspace_id, id) ON DELETE CASCADE;
-- However often a wave's start is asked for, by however many workers, there is one.
CREATE UNIQUE INDEX campaigns_wave ON campaigns (workspace_id, series_id, wave) WHERE series_id IS NOT NULL;

-- The clocks a mail's sending hours are on, when they are not the workspace's.
ALTER TABLE outbound_mails ADD COLUMN timezone text;

-- Until when the first mail of a campaign is kept back, so that the person who started it can stop it.
ALTER TABLE campaigns ADD COLUMN hold_until timestamptz;
