-- Search in what customers said (docs/decisions/0019). Each language's words are stemmed as PostgreSQL does, but none
-- is left out: its stop lists hold "not" in every language.
CREATE EXTENSION IF NOT EXISTS btree_gin;

CREATE TEXT SEARCH DICTIONARY svar_danish (TEMPLATE = snowball, Language = danish);
CREATE TEXT SEARCH CONFIGURATION svar_danish (COPY = pg_catalog.danish);
ALTER TEXT SEARCH CONFIGURATION svar_danish ALTER MAPPING REPLACE danish_stem WITH svar_danish;
CREATE TEXT SEARCH DICTIONARY svar_english (TEMPLATE = snowball, Language = english);
CREATE TEXT SEARCH CONFIGURATION svar_english (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION svar_english ALTER MAPPING REPLACE english_stem WITH svar_english;
CREATE TEXT SEARCH DICTIONARY svar_finnish (TEMPLATE = snowball, Language = finnish);
CREATE TEXT SEARCH CONFIGURATION svar_finnish (COPY = pg_catalog.finnish);
ALTER TEXT SEARCH CONFIGURATION svar_finnish ALTER MAPPING REPLACE finnish_stem WITH svar_finnish;
CREATE TEXT SEARCH DICTIONARY svar_german (TEMPLATE = snowball, Language = german);
CREATE TEXT SEARCH CONFIGURATION svar_german (COPY = pg_catalog.german);
ALTER TEXT SEARCH CONFIGURATION svar_german ALTER MAPPING REPLACE german_stem WITH svar_german;
CREATE TEXT SEARCH DICTIONARY svar_norwegian (TEMPLATE = snowball, Language = norwegian);
CREATE TEXT SEARCH CONFIGURATION svar_norwegian (COPY = pg_catalog.norwegian);
ALTER TEXT SEARCH CONFIGURATION svar_norwegian ALTER MAPPING REPLACE norwegian_stem WITH svar_norwegian;
CREATE TEXT SEARCH DICTIONARY svar_swedish (TEMPLATE = snowball, Language = swedish);
CREATE TEXT SEARCH CONFIGURATION svar_swedish (COPY = pg_catalog.swedish);
ALTER TEXT SEARCH CONFIGURATION svar_swedish ALTER MAPPING REPLACE swedish_stem WITH svar_swedish;

-- How the words of a language (BCP 47) are read; those of any other stand as they are.
CREATE FUNCTION svar_words_of(locale text) RETURNS regconfig LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE split_part(lower(locale), '-', 1)
  WHEN 'da' THEN 'svar_danish'::regconfig
  WHEN 'de' THEN 'svar_german'::regconfig
  WHEN 'en' THEN 'svar_english'::regconfig
  WHEN 'fi' THEN 'svar_finnish'::regconfig
  WHEN 'nb' THEN 'svar_norwegian'::regconfig
  WHEN 'nn' THEN 'svar_norwegian'::regconfig
  WHEN 'no' THEN 'svar_norwegian'::regconfig
  WHEN 'sv' THEN 'svar_swedish'::regconfig
  ELSE 'pg_catalog.simple'::regconfig
END;

-- Whether a word is on the stop list of that language: "not", "the".
CREATE FUNCTION svar_is_common(locale text, word text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(ts_lexize(CASE split_part(lower(locale), '-', 1)
  WHEN 'da' THEN 'pg_catalog.danish_stem'::regdictionary
  WHEN 'de' THEN 'pg_catalog.german_stem'::regdictionary
  WHEN 'en' THEN 'pg_catalog.english_stem'::regdictionary
  WHEN 'fi' THEN 'pg_catalog.finnish_stem'::regdictionary
  WHEN 'nb' THEN 'pg_catalog.norwegian_stem'::regdictionary
  WHEN 'sv' THEN 'pg_catalog.swedish_stem'::regdictionary
  ELSE 'pg_catalog.simple'::regdictionary
END, word) = '{}', false);

-- What a word that somebody looks for is in that language: its stem, and what begins with it unless the word is a
-- common one or little of it is left ("running" is not "runway").
CREATE FUNCTION svar_query_of(locale text, word text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
  SELECT CASE
    WHEN numnode(stem) <> 1 OR svar_is_common(locale, word) THEN stem
    WHEN length(stem::text) - 2 >= least(4, length(word)) THEN (stem::text || ':*')::tsquery
    WHEN length(word) < 4 AND numnode(plain) = 1 THEN stem || (plain::text || ':*')::tsquery
    ELSE stem
  END
  FROM (VALUES (phraseto_tsquery(svar_words_of(locale), word), phraseto_tsquery('pg_catalog.simple', word)))
    AS read (stem, plain)
);

-- A name as somebody types it who has no such letters.
CREATE FUNCTION svar_folded(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN replace(replace(replace(translate(lower(name),
  'àáâãäåāąçćčďèéêëēėęěìíîïīłñńňòóôõöøōőřśšťùúûüūůűýÿžźż',
  'aaaaaaaacccdeeeeeeeeiiiiilnnnoooooooorsstuuuuuuuyyzzz'), 'æ', 'ae'), 'œ', 'oe'), 'ß', 'ss');

-- What customers write is no HTML and has no paths, in which PostgreSQL would see no words.
CREATE FUNCTION svar_plain(comment text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN translate(comment, '<>/\', '    ');

ALTER TABLE responses
  ADD COLUMN words tsvector GENERATED ALWAYS AS (to_tsvector(svar_words_of(locale), svar_plain(comment))) STORED;
CREATE INDEX responses_said ON responses USING gin (workspace_id, words, comment gin_trgm_ops)
  WITH (gin_pending_list_limit = 1024) WHERE comment IS NOT NULL;
CREATE INDEX responses_account ON responses (workspace_id, account_id) WHERE account_id IS NOT NULL;
CREATE INDEX responses_score ON responses (workspace_id, score, answered_at DESC, id DESC) WHERE counts;
CREATE INDEX contacts_named ON contacts USING gin
  (workspace_id, svar_folded(coalesce(name, '') || ' ' || coalesce(email, '')) gin_trgm_ops)
  WITH (gin_pending_list_limit = 1024);
CREATE INDEX accounts_named ON accounts USING gin (workspace_id, svar_folded(name) gin_trgm_ops);

-- Row-level security lets no index of these be used: what compares words is not leakproof, so every row of the
-- workspace would be read first. This role may look into the indexes, and takes part in one function only, which
-- names the workspace of the running transaction by itself.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'svar_search') THEN
    CREATE ROLE svar_search NOLOGIN NOSUPERUSER NOBYPASSRLS;
  END IF;
END $$;
GRANT USAGE ON SCHEMA public TO svar_search;
CREATE POLICY search ON responses FOR SELECT TO svar_search USING (true);
CREATE POLICY search ON contacts FOR SELECT TO svar_search USING (true);
CREATE POLICY search ON accounts FOR SELECT TO svar_search USING (true);
GRANT SELECT (workspace_id, id, contact_id, account_id, comment, words, counts) ON responses TO svar_search;
GRANT SELECT (workspace_id, id, name, email) ON contacts TO svar_search;
GRANT SELECT (workspace_id, id, name) ON accounts TO svar_search;

-- The answers of this workspace that may have all `terms`: more than those that do, never fewer. Null when they are
-- more than `most`, and reading the newest ones finds enough of them sooner. A term has `query` (a tsquery) or null,
-- `phrase` (a regular expression) or null, and for LIKE `patterns` of the comment and `names`.
CREATE FUNCTION svar_find_answers(terms jsonb, most integer) RETURNS uuid[] LANGUAGE plpgsql
SET role = 'svar_search' SET enable_seqscan = off SET enable_indexscan = off SET enable_indexonlyscan = off
AS $$
DECLARE
  here CONSTANT uuid := svar_workspace_id();
  named CONSTANT text := $name$svar_folded(coalesce(name, '') || ' ' || coalesce(email, '')) LIKE ANY ($name$;
  term jsonb;
  names text[];
  said text;
  people uuid[];
  companies uuid[];
  wanted text := '';
  all_named text := '';
  any_said text;
  plan json;
  matching uuid[];
BEGIN
  FOR term IN SELECT value FROM jsonb_array_elements(terms) LOOP
    names := ARRAY(SELECT svar_folded(name) FROM jsonb_array_elements_text(term -> 'names') AS name);
    -- What is null is no arm.
    said := concat_ws(' OR ',
      'comment IS NOT NULL AND words @@ ' || quote_literal(term ->> 'query') || '::tsquery',
      'comment IS NOT NULL AND comment ILIKE ANY (' || quote_literal(nullif(
        ARRAY(SELECT jsonb_array_elements_text(term -> 'patterns')), '{}')::text) || '::text[])',
      'comment IS NOT NULL AND comment ~* ' || quote_literal(term ->> 'phrase'));
    companies := ARRAY(
      SELECT id FROM accounts WHERE workspace_id = here AND svar_folded(name) LIKE ANY (names) LIMIT most + 1);
    said := concat_ws(' OR ', said,
      'account_id = ANY (' || quote_literal(nullif(companies, '{}')::text) || '::uuid[])');
    people := ARRAY(
      SELECT id FROM contacts
      WHERE workspace_id = here AND svar_folded(coalesce(name, '') || ' ' || coalesce(email, '')) LIKE ANY (names)
      LIMIT most + 1);
    CONTINUE WHEN cardinality(companies) > most;
    IF cardinality(people) > most THEN
      all_named := all_named || ' AND ' || named || quote_literal(names::text) || '::text[])';
      any_said := concat_ws(' OR ', any_said, said);
    ELSE
      wanted := wanted || ' AND (' || concat_ws(' OR ', said,
        'contact_id = ANY (' || quote_literal(nullif(people, '{}')::text) || '::uuid[])') || ')';
    END IF;
  END LOOP;

  -- Of the words that many customers are called: all are in the name, or one is elsewhere.
  IF all_named <> '' THEN
    EXECUTE format('SELECT ARRAY(SELECT id FROM contacts WHERE workspace_id = %L %s LIMIT %s)',
      here, all_named, most + 1) INTO people;
    IF cardinality(people) <= most THEN
      wanted := wanted || ' AND (' || concat_ws(' OR ', any_said,
        'contact_id = ANY (' || quote_literal(nullif(people, '{}')::text) || '::uuid[])') || ')';
    END IF;
  END IF;
  IF wanted = '' THEN
    RETURN NULL;
  END IF;
  wanted := format('SELECT id FROM responses WHERE workspace_id = %L AND counts %s', here, wanted);
  EXECUTE 'EXPLAIN (FORMAT JSON) ' || wanted INTO plan;
  IF (plan -> 0 -> 'Plan' ->> 'Plan Rows')::float > 10.0 * most THEN
    RETURN NULL;
  END IF;
  EXECUTE format('SELECT ARRAY(%s LIMIT %s)', wanted, most + 1) INTO matching;
  RETURN CASE WHEN cardinality(matching) <= most THEN matching END;
END $$;

-- The columns that a member chose for the list of answers of a workspace.
CREATE TABLE response_columns (
  workspace_id uuid NOT NULL,
  user_id text NOT NULL,
  columns text[] NOT NULL,
  chosen_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, user_id),
  FOREIGN KEY (workspace_id, user_id) REFERENCES members (workspace_id, user_id) ON DELETE CASCADE
);
SELECT svar_protect('response_columns');
