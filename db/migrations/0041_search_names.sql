-- Folding is most of the work of looking for a name, and a name without accents needs none. Returns what it did.
CREATE OR REPLACE FUNCTION svar_folded(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
  WHEN octet_length(name) = length(name) THEN lower(name)
  ELSE replace(replace(replace(translate(lower(name),
    'àáâãäåāąçćčďèéêëēėęěìíîïīłñńňòóôõöøōőřśšťùúûüūůűýÿžźż',
    'aaaaaaaacccdeeeeeeeeiiiiilnnnoooooooorsstuuuuuuuyyzzz'), 'æ', 'ae'), 'œ', 'oe'), 'ß', 'ss')
END;

DROP FUNCTION svar_find_answers(jsonb, integer);

-- As in 0040, and who has such a name, which the list need not find again for each answer that it reads.
-- `answers`: those of this workspace that may have all `terms`, more than those that do, never fewer; null when they
-- are more than `most`, and reading the newest ones finds enough of them sooner. `people` and `companies`: for each
-- term those of that name, as the text of an array; null when they are more than a fifth of `most`. A term has `query`
-- (a tsquery) or null, `phrase` (a regular expression) or null, and for LIKE `patterns` of the comment and `names`.
CREATE FUNCTION svar_find_answers(terms jsonb, most integer)
RETURNS TABLE (answers uuid[], people text[], companies text[]) LANGUAGE plpgsql
SET role = 'svar_search' SET enable_seqscan = off SET enable_indexscan = off SET enable_indexonlyscan = off
AS $$
#variable_conflict use_column
DECLARE
  here CONSTANT uuid := svar_workspace_id();
  named CONSTANT text := $name$svar_folded(coalesce(name, '') || ' ' || coalesce(email, '')) LIKE ANY ($name$;
  term jsonb;
  names text[];
  said text;
  most_named CONSTANT integer := most / 5;
  enough integer := most;
  persons uuid[];
  firms uuid[];
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
    firms := ARRAY(
      SELECT id FROM accounts WHERE workspace_id = here AND svar_folded(name) LIKE ANY (names)
      LIMIT most_named + 1);
    said := concat_ws(' OR ', said,
      'account_id = ANY (' || quote_literal(nullif(firms, '{}')::text) || '::uuid[])');
    persons := ARRAY(
      SELECT id FROM contacts
      WHERE workspace_id = here AND svar_folded(coalesce(name, '') || ' ' || coalesce(email, '')) LIKE ANY (names)
      LIMIT most_named + 1);
    people := array_append(people, CASE WHEN cardinality(persons) <= most_named THEN persons::text END);
    companies := array_append(companies, CASE WHEN cardinality(firms) <= most_named THEN firms::text END);
    IF cardinality(firms) > most_named THEN
      enough := 4 * most;
      CONTINUE;
    END IF;
    IF cardinality(persons) > most_named THEN
      all_named := all_named || ' AND ' || named || quote_literal(names::text) || '::text[])';
      any_said := concat_ws(' OR ', any_said, said);
    ELSE
      wanted := wanted || ' AND (' || concat_ws(' OR ', said,
        'contact_id = ANY (' || quote_literal(nullif(persons, '{}')::text) || '::uuid[])') || ')';
    END IF;
  END LOOP;

  -- Of the words that many customers are called: all are in the name, or one is elsewhere.
  IF all_named <> '' THEN
    EXECUTE format('SELECT ARRAY(SELECT id FROM contacts WHERE workspace_id = %L %s LIMIT %s)',
      here, all_named, most_named + 1) INTO persons;
    IF cardinality(persons) <= most_named THEN
      wanted := wanted || ' AND (' || concat_ws(' OR ', any_said,
        'contact_id = ANY (' || quote_literal(nullif(persons, '{}')::text) || '::uuid[])') || ')';
    ELSE
      enough := 4 * most;
    END IF;
  END IF;
  -- Where a word narrows nothing here, those that have all are fewer than what is gathered, which may be more then.
  IF wanted <> '' THEN
    wanted := format('SELECT id FROM responses WHERE workspace_id = %L AND counts %s', here, wanted);
    EXECUTE 'EXPLAIN (FORMAT JSON) ' || wanted INTO plan;
    IF (plan -> 0 -> 'Plan' ->> 'Plan Rows')::float <= 10.0 * enough THEN
      EXECUTE format('SELECT ARRAY(%s LIMIT %s)', wanted, enough + 1) INTO matching;
    END IF;
  END IF;
  RETURN QUERY SELECT CASE WHEN cardinality(matching) <= enough THEN matching END, people, companies;
END $$;
