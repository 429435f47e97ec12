-- How a survey speaks to customers in the languages that have a formal way.
CREATE TYPE survey_tone AS ENUM ('informal', 'formal');
ALTER TABLE surveys ADD COLUMN tone survey_tone NOT NULL DEFAULT 'informal';
