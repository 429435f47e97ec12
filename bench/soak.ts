import { soak } from "#server/test/soak.ts";

// npm run -s soak:send -- [recipients]: the campaign under fire of the fault tests, as long as you like.
const recipients = Number(process.argv[2] ?? 10_000);
if (!Number.isInteger(recipients) || recipients < 1) {
  console.error("npm run -s soak:send -- <recipients>, for example 10000");
  process.exit(2);
}
const blows = Math.max(4, Math.round(recipients / 600));
const figures = await soak({
  recipients,
  kills: blows,
  restarts: Math.max(1, Math.round(blows / 4)),
  everyMs: 6_000,
  mostMs: 60 * 60_000,
  chance: Math.random,
});
console.log(JSON.stringify(figures));
const { finished, lost, unexplainedDuplicates, strangeMessageIds, withoutEvent } = figures;
const troubles = lost + unexplainedDuplicates + strangeMessageIds + withoutEvent;
process.exit(finished && troubles === 0 && figures.recoverySeconds <= 60 ? 0 : 1);
