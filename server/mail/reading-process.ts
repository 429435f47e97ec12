import { classifyMail } from "./classify/classify.ts";
import { parseMail } from "./parse.ts";
import type { Told } from "./read-apart.ts";

let pieces: Uint8Array[] = [];

// A mail that throws ends the process, which is what whoever asked hears of.
process.on("message", async (told: Told) => {
  if ("piece" in told) {
    pieces.push(told.piece);
    return;
  }
  const raw = Buffer.concat(pieces);
  pieces = [];
  const { mailFrom } = told;
  process.send!(await (mailFrom === null ? classifyMail(raw) : parseMail(raw, mailFrom)));
});
