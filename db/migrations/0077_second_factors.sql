-- The second factor of a person: the secret of an authenticator app, encrypted; it counts from `confirmed_at`, once a code
-- of it was typed. `last_counter` is the newest code that was used, so that none is used twice.
CREATE TABLE second_factors (
  user_id text PRIMARY KEY NOT NULL,
  secret bytea NOT NULL,
  created_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  last_counter bigint,
  FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);

-- Codes for when the app is lost, as keyed hashes; each works once.
CREATE TABLE recovery_codes (
  user_id text NOT NULL,
  code_hash text NOT NULL,
  created_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (user_id, code_hash),
  FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);

-- A link to sign in by, without a password.
ALTER TYPE mail_kind ADD VALUE 'sign_in_link';
