import { expect, it } from "vitest";
import { worthTelling } from "./parts.ts";

it.each([
  ['{"level":30,"msg":"sent 40 mails"}', "stdout", null],
  ['{"level":40,"msg":"slow","error":"queue"}', "stdout", "warning: slow: queue"],
  ['{"level":50,"msg":"inbound SMTP","err":{"message":"refused"}}', "stdout", "error: inbound SMTP: refused"],
  ['{"level":50}', "stdout", 'error: {"level":50}'],
  ["GET / 200", "stdout", null],
  ["Error: it broke", "stderr", "Error: it broke"],
  ["{ not json", "stderr", "{ not json"],
] as const)("of what a part writes, %j on %s is told as %j", (line, from, told) => {
  expect(worthTelling(line, from)).toBe(told);
});
