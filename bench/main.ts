import { answers } from "./answers.ts";
import { dashboard } from "./dashboard.ts";
import { figures } from "./figures.ts";
import { filters } from "./filters.ts";
import { importContacts } from "./import.ts";
import { inbound } from "./inbound.ts";
import { inbox } from "./inbox.ts";
import { live } from "./live.ts";
import { page } from "./page.ts";
import type { Result } from "./report.ts";
import { send } from "./send.ts";
import { sight } from "./sight.ts";
import { start } from "./start.ts";
import { wall } from "./wall.ts";

const benches: Record<string, () => Promise<Result>> = {
  answers,
  dashboard,
  figures,
  filters,
  import: importContacts,
  inbound,
  inbox,
  live,
  page,
  send,
  sight,
  start,
  wall,
};

const name = process.argv[2] ?? "";
const bench = benches[name];
if (!bench) {
  console.error(`npm run -s bench -- <name>, one of: ${Object.keys(benches).join(", ")}`);
  process.exit(2);
}
const result = await bench();
console.log(JSON.stringify(result));
process.exit(result.ok ? 0 : 1);
