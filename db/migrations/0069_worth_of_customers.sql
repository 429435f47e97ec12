-- What a customer is worth decides between cases that have time yet. A workspace says which attribute of its contacts holds
-- it, and what is said after the number ("kr a year").
ALTER TABLE workspaces ADD COLUMN value_attribute text, ADD COLUMN value_unit text;

-- The number that a text is, in whole units from 0 to a thousand million million; 0 where it is none. The same as
-- server/rule/number-in.ts reads, and held to that by server/case/worth.test.ts.
CREATE FUNCTION svar_worth(given text) RETURNS bigint LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  spaces CONSTANT text := E'\t\n\x0b\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';
  found text[];
  plain text;
  mark text;
  after integer;
BEGIN
  found := regexp_match(btrim(translate(left(given, 60), spaces, repeat(' ', length(spaces)))),
    '^[^-0-9+−]{0,5}([-+−]?) *[^0-9]{0,5}([0-9][0-9 .,''’]{0,30})[^0-9]{0,10}$');
  IF found IS NULL OR found[1] IN ('-', '−') THEN
    RETURN 0;
  END IF;
  plain := rtrim(translate(found[2], ' ''’', ''), '.,');
  mark := substring(plain FROM '[.,](?=[0-9]*$)');
  IF mark IS NOT NULL THEN
    after := length(substring(plain FROM '[0-9]*$'));
    IF length(replace(plain, mark, '')) = length(plain) - 1
      AND (after <> 3 OR left(plain, -after - 1) ~ '[.,]') THEN
      RETURN least(round((translate(left(plain, -after - 1), '.,', '') || '.' || right(plain, after))::numeric), 1e15);
    END IF;
  END IF;
  RETURN least(translate(plain, '.,', '')::numeric, 1e15);
END $$;

-- `worth`: of the case's customer, null where the workspace does not say what its customers are worth. `pressed_at`: the
-- moment from which its answer is due soon, once that has come.
ALTER TABLE cases ADD COLUMN worth bigint, ADD COLUMN pressed_at timestamptz;

CREATE FUNCTION svar_set_worth() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.worth := (
    SELECT coalesce(svar_worth(p.attributes ->> w.value_attribute), 0)
    FROM workspaces w LEFT JOIN contacts p ON p.workspace_id = w.id AND p.id = NEW.contact_id
    WHERE w.id = NEW.workspace_id AND w.value_attribute IS NOT NULL);
  RETURN NEW;
END $$;
CREATE TRIGGER set_worth BEFORE INSERT OR UPDATE OF contact_id, state ON cases
  FOR EACH ROW EXECUTE FUNCTION svar_set_worth();

-- Closed cases are looked at when they are opened again.
CREATE FUNCTION svar_follow_worth() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE cases SET worth = changed.worth
  FROM (
    SELECT after.workspace_id, after.id, coalesce(svar_worth(after.attributes ->> w.value_attribute), 0) AS worth
    FROM after
    JOIN workspaces w ON w.id = after.workspace_id AND w.value_attribute IS NOT NULL
    JOIN before ON before.workspace_id = after.workspace_id AND before.id = after.id
    WHERE after.attributes ->> w.value_attribute IS DISTINCT FROM before.attributes ->> w.value_attribute
  ) AS changed
  WHERE cases.workspace_id = changed.workspace_id AND cases.contact_id = changed.id AND cases.state <> 'closed'
    AND cases.worth IS DISTINCT FROM changed.worth;
  RETURN NULL;
END $$;
CREATE TRIGGER follow_worth AFTER UPDATE ON contacts REFERENCING OLD TABLE AS before NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION svar_follow_worth();

-- Before what is owed when: 0 where that alone decides; of cases that have time yet the most worth first, and all of them
-- after those that are due soon (server/case/urgency.ts).
ALTER TABLE cases ADD COLUMN leeway bigint NOT NULL GENERATED ALWAYS AS (
  CASE WHEN state = 'open' AND promise_fell_at IS NULL AND worth IS NOT NULL AND soon_at IS NOT NULL
      AND pressed_at IS DISTINCT FROM soon_at
      AND (first_reply_at IS NULL OR (first_due_at IS NOT NULL AND needs_because IS DISTINCT FROM 'snooze_over'))
    THEN 1000000000000001 - worth ELSE 0 END) STORED;
DROP INDEX cases_queue, cases_assignee, cases_promised;
CREATE INDEX cases_queue ON cases (workspace_id, turn, leeway, owed_at, id);
CREATE INDEX cases_assignee ON cases (workspace_id, assignee_id, turn, leeway, owed_at, id);
CREATE INDEX cases_promised ON cases (workspace_id, turn, leeway, owed_at, id) WHERE promise_at IS NOT NULL;

-- The worker finds the workspaces in which an answer is due soon from now on.
CREATE INDEX cases_to_press ON cases (soon_at) WHERE leeway > 0;
GRANT SELECT (soon_at, leeway) ON cases TO svar_door;
