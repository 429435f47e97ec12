// Loaded first into every process of the product, by `node --import`.
import { isMainThread } from "node:worker_threads";

if (!process.env.NODE_ENV) Object.assign(process.env, { NODE_ENV: "production" });

/** A supervisor that is killed closes the channel: then this process drains and ends like after SIGTERM, lest it keep ports and rows. */
if (isMainThread && process.channel) {
  process.on("disconnect", () => {
    setTimeout(() => process.exit(1), 35_000).unref();
    process.kill(process.pid, "SIGTERM");
  });
  process.channel.unref();
}
