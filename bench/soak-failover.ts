import { failover } from "./failover.ts";

// npm run -s soak:failover -- [customers]: two of everything, killed in turn; prints JSON. Customers must last until the end.
const recipients = Number(process.argv[2] ?? 8_000);
if (!Number.isInteger(recipients) || recipients < 100) {
  console.error("npm run -s soak:failover -- [customers], 100 or more");
  process.exit(2);
}
try {
  const figures = await failover({ recipients, perSecond: 10 });
  console.log(JSON.stringify(figures, null, 1));
  process.exit(figures.ok ? 0 : 1);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
