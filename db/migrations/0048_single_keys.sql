-- Whoever speaks to the computer, or hits keys unawares, turns shortcuts of one key off (WCAG 2.1.4).
ALTER TABLE users ADD COLUMN single_keys boolean NOT NULL DEFAULT true;
