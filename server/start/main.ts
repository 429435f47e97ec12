import { relative } from "node:path";
import { loadDotEnv, readSettings, type Settings } from "#server/env.ts";
import { product } from "./product.ts";
import { say, wordsOf } from "./say.ts";
import { watchForStop } from "./stop-request.ts";

const leastNode = 24;

process.exit(await main());

/** `npm start`, and with --dev `npm run dev`. Returns the exit code. */
async function main(): Promise<number> {
  // A closed terminal or pipe must not keep it from stopping everything in order.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  const stop = watchForStop();
  const began = performance.now();
  const hurry = new AbortController();
  stop.onImpatience(() => hurry.abort());
  const running = prepare(process.argv.includes("--dev"), stop.signal);
  if (!running) return 1;
  let code = 0;
  try {
    await running.start();
    tellReady(running.settings, began);
    await stop.asked;
  } catch (error) {
    if (!stop.signal.aborted) {
      console.error(`\n${wordsOf(error)}`);
      code = 1;
    }
  }
  if (stop.signal.aborted) say("stop", "ending what is under way; Ctrl-C again ends it at once");
  await running.stop({ hurry: hurry.signal });
  if (code === 0) say("stop", "everything has ended");
  return code;
}

function prepare(dev: boolean, stopping: AbortSignal) {
  try {
    if (Number(process.versions.node.split(".")[0]) < leastNode) {
      throw new Error(
        `This is Node ${process.versions.node}. Start with \`npm start\`, which brings Node ${leastNode}.`,
      );
    }
    loadDotEnv();
    const settings = readSettings();
    const folder = relative(process.cwd(), settings.DATA_DIR);
    say(
      "start",
      `Svar on Node ${process.versions.node}; ${settings.DATABASE_URL ? "database of DATABASE_URL, other data" : "data"} in ${folder || "."}`,
    );
    return { settings, ...product({ settings, dev, tell: say, stopping }) };
  } catch (error) {
    console.error(wordsOf(error));
    return null;
  }
}

function tellReady(settings: Settings, began: number): void {
  const address = `http://localhost:${settings.PORT}`;
  say(
    "start",
    `everything runs after ${((performance.now() - began) / 1000).toFixed(1)} s; logs are in ${relative(process.cwd(), settings.DATA_DIR) || "."}/logs`,
  );
  console.log(`ready: ${address}`);
  if (settings.APP_URL !== address) console.log(`public address: ${settings.APP_URL}`);
  console.log(
    settings.SMTP_URL
      ? "mailbox: none, mail leaves through SMTP_URL"
      : `mailbox: http://localhost:${settings.MAILBOX_PORT} (every mail Svar sends is caught there; none leaves this machine)`,
  );
  console.log(
    `sign in: open ${address} and create a workspace, or load the demonstration workspace there (or with: npm run demo)`,
  );
}
