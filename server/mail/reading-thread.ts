import { parentPort } from "node:worker_threads";
import { classifyMail } from "./classify/classify.ts";
import { parseMail } from "./parse.ts";
import type { Asked } from "./read-apart.ts";

// A mail that throws ends the thread, which is what whoever asked hears of.
parentPort!.on("message", async ({ raw, mailFrom }: Asked) => {
  parentPort!.postMessage(await (mailFrom === null ? classifyMail(raw) : parseMail(raw, mailFrom)));
});
