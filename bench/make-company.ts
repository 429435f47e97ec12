import type postgres from "postgres";

/** How many contacts and companies somebody with so many answers in three years has. */
export const customersOf = (answers: number) => ({
  contacts: Math.max(500, Math.round(answers / 5)),
  companies: Math.min(50_000, Math.max(100, Math.round(answers / 100))),
});

/**
 * The functions that everything is made with, for this connection only: values drawn by a number and always the same,
 * and an id (UUIDv7) of the nth of a kind.
 */
export async function makeFunctions(owner: postgres.Sql): Promise<void> {
  const define = (signature: string, body: string) =>
    owner.unsafe(
      `CREATE FUNCTION pg_temp.${signature} LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT ${body} $$`,
    );
  await define(
    "drawn(n bigint, salt bigint, most int) RETURNS int",
    "((hashint8extended(n, salt) & 1073741823) % most)::int",
  );
  await define(
    "id_at(at timestamptz, n bigint) RETURNS uuid",
    `(lpad(to_hex(floor(extract(epoch FROM at) * 1000)::bigint), 12, '0') || '70008' || lpad(to_hex(n), 15, '0'))::uuid`,
  );
  await define(
    "id_of(kind text, n bigint) RETURNS uuid",
    `(lpad(to_hex(ascii(kind)), 12, '0') || '70008' || lpad(to_hex(n), 15, '0'))::uuid`,
  );
  await define(
    "language_of(contact bigint) RETURNS text",
    "(ARRAY['sv', 'sv', 'sv', 'da', 'da', 'nb', 'fi', 'de', 'en'])[1 + pg_temp.drawn(contact, 10, 9)]",
  );
  await define(
    "attributes_of(contact bigint) RETURNS jsonb",
    `jsonb_build_object(
      'Country', (ARRAY['Sweden', 'Sweden', 'Sweden', 'Denmark', 'Denmark', 'Norway', 'Norway', 'Finland', 'Germany',
        'Netherlands'])[1 + pg_temp.drawn(contact, 11, 10)],
      'Plan', (ARRAY['Start', 'Start', 'Business', 'Business', 'Enterprise'])[1 + pg_temp.drawn(contact, 12, 5)],
      'Industry', 'Industry ' || pg_temp.drawn(contact, 13, 14),
      'City', 'City ' || least(pg_temp.drawn(contact, 14, 80), pg_temp.drawn(contact, 15, 80)))`,
  );
}

/**
 * Three surveys with six reasons each, a link and a kiosk, twelve teams of ten, a campaign of each survey for every
 * month, companies and their contacts. What is asked at "delivery" has an order's number, which is not counted by.
 */
export async function makeCompany(owner: postgres.Sql, workspaceId: string, answers: number): Promise<void> {
  const { contacts, companies } = customersOf(answers);
  await owner`
    INSERT INTO surveys (workspace_id, id, name, kind, touchpoint, drivers, created_at, updated_at)
    SELECT ${workspaceId}, pg_temp.id_of('survey', n), (ARRAY['Relationship', 'Delivery', 'Support'])[n],
      (ARRAY['relationship', 'transactional', 'transactional'])[n]::survey_kind, (ARRAY['', 'delivery', 'support'])[n],
      (SELECT jsonb_agg(jsonb_build_object('id', 'reason' || d, 'labels', jsonb_build_object('en', 'Reason ' || d)))
        FROM generate_series(1, 6) d), now(), now()
    FROM generate_series(1, 3) n`;
  await owner`
    INSERT INTO survey_links (workspace_id, id, survey_id, kind, name, touchpoint, created_at)
    SELECT ${workspaceId}, pg_temp.id_of('link', n), pg_temp.id_of('survey', 2),
      (ARRAY['link', 'kiosk'])[n]::survey_link_kind, (ARRAY['On the parcel', 'In the shop'])[n],
      (ARRAY['delivery', 'shop'])[n], now()
    FROM generate_series(1, 2) n`;
  await owner`
    INSERT INTO teams (workspace_id, id, name, created_at)
    SELECT ${workspaceId}, pg_temp.id_of('team', n), 'Team ' || n, now() FROM generate_series(1, 12) n`;
  await owner`
    INSERT INTO campaigns (workspace_id, id, survey_id, name, audience, state, created_at)
    SELECT ${workspaceId}, pg_temp.id_of('campaign', survey * 100 + month), pg_temp.id_of('survey', survey),
      'Month ' || month || ' of survey ' || survey, '{"all":true}', 'finished', now()
    FROM generate_series(1, 3) survey, generate_series(0, 36) month`;
  await owner`INSERT INTO uncounted_attributes (workspace_id, name) VALUES (${workspaceId}, 'Order')`;
  await owner`
    INSERT INTO accounts (workspace_id, id, name, created_at)
    SELECT ${workspaceId}, pg_temp.id_of('account', n), 'Company ' || n, now()
    FROM generate_series(1, ${companies}::int) n`;
  await owner`
    INSERT INTO contacts (workspace_id, id, email, email_key, address_hash, name, locale, account_id, team_id, employee,
      attributes, source, legal_ground, created_at, updated_at)
    SELECT ${workspaceId}, pg_temp.id_of('person', n), 'person' || n || '@customer.example', 'person' || n || '@customer.example',
      sha256(int8send(n)), 'Customer ' || n, pg_temp.language_of(n), pg_temp.id_of('account', 1 + n % ${companies}::int),
      pg_temp.id_of('team', 1 + n % 12), 'Colleague ' || n % 120, pg_temp.attributes_of(n), 'bench', 'existing_customer',
      now(), now()
    FROM generate_series(0::bigint, ${contacts}::bigint - 1) n`;
}
