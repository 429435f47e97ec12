import { classifyMail } from "./classify/classify.ts";
import { parseMail } from "./parse.ts";
import type { Asked } from "./read-apart.ts";

// A mail that throws ends the process, which is what whoever asked hears of.
process.on("message", async ({ raw, mailFrom }: Asked) => {
  process.send!(await (mailFrom === null ? classifyMail(raw) : parseMail(raw, mailFrom)));
});
