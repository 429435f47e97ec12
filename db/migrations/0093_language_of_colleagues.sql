-- Mails to a colleague are written in the language they chose. Only colleagues' rows are seen (0002_workspaces.sql).
GRANT SELECT (locale) ON users TO svar_app;
