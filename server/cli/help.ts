/** What the command line can do. */
export const help = `Svar at the terminal. Works beside a running npm start, and without one.

  npm run -s svar -- workspace create --name <company> --slug <address> --owner <email> --password <password>
      makes a workspace and its administrator; prints {"workspace":"<address>","apiKey":"svar_live_…"}
  npm run -s svar -- doctor [--json]
      checks database, migrations, SMTP, inbound port, clock and secret; exit code 1 when one of them fails
  npm run -s svar -- counters verify [--workspace <address>] [--json]
      counts all answers from scratch and says where the counters differ; exit code 1 when one of them does
  npm run -s svar -- counters repair [--workspace <address>] [--json]
      counts all answers from scratch and corrects the counters that differ
  npm run -s svar -- database roles
      prints SQL that makes the roles and the database, for a superuser: … | psql -U postgres
  npm run demo
      loads the demonstration workspaces and prints how to sign in`;
