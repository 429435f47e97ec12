import { failover } from "./failover.ts";

// npm run -s soak:failover -- [customers] [database]: two of everything, killed in turn, or the database only; prints JSON.
// Customers must last until the end.
const recipients = Number(process.argv[2] ?? 8_000);
const only = process.argv[3] === "database" ? "database" : undefined;
if (!Number.isInteger(recipients) || recipients < 100) {
  console.error("npm run -s soak:failover -- [customers, 100 or more] [database]");
  process.exit(2);
}
try {
  const figures = await failover({ recipients, perSecond: 10, only });
  console.log(JSON.stringify(figures, null, 1));
  process.exit(figures.ok ? 0 : 1);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
