-- Why cases come: each workspace's own list, in two levels. A cause is never deleted: one that is retired is offered no
-- more, one that was merged is counted as another, and the cases that were closed with either keep its id.
CREATE TABLE causes (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  -- Null: of the first level. What is beneath a cause has nothing beneath itself.
  parent_id uuid,
  name text NOT NULL CHECK (name <> ''),
  -- The order among its like.
  place integer NOT NULL,
  -- Which of those that Svar begins with it is, as long as nobody has named it: its name follows the workspace's language.
  suggestion text,
  made_at timestamptz NOT NULL,
  made_by text,
  renamed_at timestamptz,
  renamed_by text,
  retired_at timestamptz,
  retired_by text,
  -- Never one that was merged itself.
  merged_into uuid,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, parent_id) REFERENCES causes (workspace_id, id),
  FOREIGN KEY (workspace_id, merged_into) REFERENCES causes (workspace_id, id),
  FOREIGN KEY (made_by) REFERENCES users (id) ON DELETE SET NULL,
  FOREIGN KEY (renamed_by) REFERENCES users (id) ON DELETE SET NULL,
  FOREIGN KEY (retired_by) REFERENCES users (id) ON DELETE SET NULL,
  CHECK (parent_id <> id),
  CHECK (merged_into <> id),
  CHECK (merged_into IS NULL OR retired_at IS NOT NULL)
);
CREATE UNIQUE INDEX causes_name ON causes (workspace_id, parent_id, lower(name)) NULLS NOT DISTINCT
  WHERE retired_at IS NULL;

-- What every workspace begins with, in its language (server/cause/suggest.ts does it for new ones).
CREATE TEMPORARY TABLE suggested (place integer, beneath text, suggestion text, en text, sv text, da text, nb text, fi text, de text)
  ON COMMIT DROP;
INSERT INTO suggested VALUES
  (1, NULL, 'delivery', 'Delivery', 'Leverans', 'Levering', 'Levering', 'Toimitus', 'Lieferung'),
  (1, 'delivery', 'deliveryLate', 'Late', 'Försenad', 'Forsinket', 'Forsinket', 'Myöhässä', 'Verspätet'),
  (2, 'delivery', 'deliveryDamaged', 'Damaged', 'Skadad', 'Beskadiget', 'Skadet', 'Vaurioitunut', 'Beschädigt'),
  (3, 'delivery', 'deliveryMissing', 'Something missing', 'Något saknas', 'Noget mangler', 'Noe mangler', 'Jotain puuttuu', 'Etwas fehlt'),
  (2, NULL, 'quality', 'Product or quality', 'Produkt eller kvalitet', 'Produkt eller kvalitet', 'Produkt eller kvalitet', 'Tuote tai laatu', 'Produkt oder Qualität'),
  (1, 'quality', 'qualityFaulty', 'Faulty', 'Defekt', 'Defekt', 'Defekt', 'Viallinen', 'Defekt'),
  (2, 'quality', 'qualityExpected', 'Not as expected', 'Inte som väntat', 'Ikke som ventet', 'Ikke som ventet', 'Ei odotusten mukainen', 'Nicht wie erwartet'),
  (3, NULL, 'price', 'Price or invoice', 'Pris eller faktura', 'Pris eller faktura', 'Pris eller faktura', 'Hinta tai lasku', 'Preis oder Rechnung'),
  (1, 'price', 'priceHigh', 'Too expensive', 'För dyrt', 'For dyrt', 'For dyrt', 'Liian kallis', 'Zu teuer'),
  (2, 'price', 'priceInvoice', 'Wrong invoice', 'Fel på fakturan', 'Fejl i fakturaen', 'Feil på fakturaen', 'Virhe laskussa', 'Fehler in der Rechnung'),
  (4, NULL, 'waiting', 'Waiting time or availability', 'Väntetid eller tillgänglighet', 'Ventetid eller tilgængelighed', 'Ventetid eller tilgjengelighet', 'Odotusaika tai tavoitettavuus', 'Wartezeit oder Erreichbarkeit'),
  (1, 'waiting', 'waitingLong', 'Long wait', 'Lång väntan', 'Lang ventetid', 'Lang ventetid', 'Pitkä odotus', 'Lange Wartezeit'),
  (2, 'waiting', 'waitingReach', 'Hard to reach', 'Svåra att nå', 'Svære at få fat i', 'Vanskelige å få tak i', 'Vaikea tavoittaa', 'Schwer zu erreichen'),
  (5, NULL, 'communication', 'Communication', 'Kommunikation', 'Kommunikation', 'Kommunikasjon', 'Viestintä', 'Kommunikation'),
  (1, 'communication', 'communicationUnclear', 'Unclear information', 'Otydlig information', 'Uklar information', 'Uklar informasjon', 'Epäselvä tieto', 'Unklare Auskunft'),
  (2, 'communication', 'communicationPromise', 'Promise not kept', 'Brutet löfte', 'Løfte ikke holdt', 'Løfte ikke holdt', 'Lupaus pitämättä', 'Zusage nicht eingehalten'),
  (6, NULL, 'digital', 'Website or app', 'Webbplats eller app', 'Hjemmeside eller app', 'Nettsted eller app', 'Verkkosivusto tai sovellus', 'Website oder App'),
  (1, 'digital', 'digitalHard', 'Hard to use', 'Svår att använda', 'Svær at bruge', 'Vanskelig å bruke', 'Vaikea käyttää', 'Schwer zu bedienen'),
  (2, 'digital', 'digitalFault', 'Did not work', 'Fungerade inte', 'Virkede ikke', 'Virket ikke', 'Ei toiminut', 'Hat nicht funktioniert'),
  (7, NULL, 'staff', 'Staff', 'Personal', 'Personale', 'Ansatte', 'Henkilökunta', 'Personal'),
  (1, 'staff', 'staffManner', 'Manner', 'Bemötande', 'Optræden', 'Opptreden', 'Kohtelu', 'Umgang'),
  (2, 'staff', 'staffKnowledge', 'Lack of knowledge', 'Bristande kunskap', 'Manglende viden', 'Manglende kunnskap', 'Puutteelliset tiedot', 'Fehlende Kenntnisse'),
  (8, NULL, 'misunderstanding', 'Misunderstanding', 'Missförstånd', 'Misforståelse', 'Misforståelse', 'Väärinkäsitys', 'Missverständnis'),
  (9, NULL, 'other', 'Other', 'Övrigt', 'Andet', 'Annet', 'Muu', 'Sonstiges');

ALTER TABLE workspaces NO FORCE ROW LEVEL SECURITY;
ALTER TABLE case_closures NO FORCE ROW LEVEL SECURITY;
ALTER TABLE case_events NO FORCE ROW LEVEL SECURITY;
ALTER TABLE held_replies NO FORCE ROW LEVEL SECURITY;

INSERT INTO causes (workspace_id, id, name, place, suggestion, made_at)
SELECT w.id, svar_new_id(),
  CASE w.locale WHEN 'sv' THEN sv WHEN 'da' THEN da WHEN 'nb' THEN nb WHEN 'fi' THEN fi WHEN 'de' THEN de ELSE en END,
  place, suggestion, now()
FROM workspaces w, suggested WHERE beneath IS NULL AND w.id <> '00000000-0000-7000-8000-000000000000';
INSERT INTO causes (workspace_id, id, parent_id, name, place, suggestion, made_at)
SELECT w.id, svar_new_id(), c.id,
  CASE w.locale WHEN 'sv' THEN sv WHEN 'da' THEN da WHEN 'nb' THEN nb WHEN 'fi' THEN fi WHEN 'de' THEN de ELSE en END,
  s.place, s.suggestion, now()
FROM workspaces w JOIN causes c ON c.workspace_id = w.id JOIN suggested s ON s.beneath = c.suggestion;

-- The words that cases were closed with. Those that Svar offered are causes of the first level now. Whatever else was
-- written stands under "Other": as a cause that is offered where it was written three times or more, and else retired.
ALTER TABLE case_closures ADD COLUMN cause_id uuid;
CREATE TEMPORARY TABLE written ON COMMIT DROP AS
SELECT workspace_id, lower(btrim(cause)) AS words, min(btrim(cause)) AS name, count(*) AS closures,
  NULL::uuid AS cause_id
FROM (
  SELECT workspace_id, cause FROM case_closures WHERE btrim(cause) NOT IN ('', 'The customer had their data erased')
  UNION ALL SELECT workspace_id, closing ->> 'cause' FROM held_replies WHERE btrim(closing ->> 'cause') <> ''
) AS every GROUP BY 1, 2;
UPDATE written w SET cause_id = c.id
FROM causes c JOIN suggested s ON s.suggestion = c.suggestion
WHERE c.workspace_id = w.workspace_id AND c.parent_id IS NULL AND w.words IN (lower(s.en), lower(c.name));
WITH ours AS (
  INSERT INTO causes (workspace_id, id, parent_id, name, place, made_at, retired_at)
  SELECT w.workspace_id, svar_new_id(), c.id, w.name,
    row_number() OVER (PARTITION BY w.workspace_id ORDER BY w.closures DESC, w.words), now(),
    CASE WHEN w.closures < 3 THEN now() END
  FROM written w JOIN causes c ON c.workspace_id = w.workspace_id AND c.suggestion = 'other'
  WHERE w.cause_id IS NULL
  RETURNING workspace_id, id, lower(name) AS words
)
UPDATE written w SET cause_id = ours.id FROM ours WHERE ours.workspace_id = w.workspace_id AND ours.words = w.words;

UPDATE case_closures k SET cause_id = w.cause_id
FROM written w WHERE w.workspace_id = k.workspace_id AND w.words = lower(btrim(k.cause));
UPDATE case_events e SET detail = (e.detail - 'cause') || CASE
    WHEN w.cause_id IS NOT NULL THEN jsonb_build_object('causeId', w.cause_id)
    ELSE '{"because": "erased"}' END
FROM case_events every
LEFT JOIN written w ON w.workspace_id = every.workspace_id AND w.words = lower(btrim(every.detail ->> 'cause'))
WHERE e.workspace_id = every.workspace_id AND e.id = every.id AND e.kind = 'closed' AND e.detail ? 'cause';
UPDATE held_replies h SET closing = (h.closing - 'cause') || jsonb_build_object('causeId', w.cause_id)
FROM written w WHERE w.workspace_id = h.workspace_id AND w.words = lower(btrim(h.closing ->> 'cause'));

ALTER TABLE case_closures
  DROP COLUMN cause,
  ADD FOREIGN KEY (workspace_id, cause_id) REFERENCES causes (workspace_id, id);
COMMENT ON COLUMN case_closures.cause_id IS 'Null: nobody named one, for the customer had their data erased.';
CREATE INDEX case_closures_cause ON case_closures (workspace_id, cause_id);
-- How a member closed the last case can be taken for the next one.
CREATE INDEX case_closures_by ON case_closures (workspace_id, closed_by, closed_at);

ALTER TABLE workspaces FORCE ROW LEVEL SECURITY;
ALTER TABLE case_closures FORCE ROW LEVEL SECURITY;
ALTER TABLE case_events FORCE ROW LEVEL SECURITY;
ALTER TABLE held_replies FORCE ROW LEVEL SECURITY;
SELECT svar_protect('causes');
