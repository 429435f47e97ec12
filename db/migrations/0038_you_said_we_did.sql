-- What a company did because customers said so, in a few words per language: a line in its next mails and thanks.
ALTER TABLE workspaces ADD COLUMN you_said jsonb DEFAULT '{}' NOT NULL;
