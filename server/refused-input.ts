import type { z } from "zod";
import { isRefusal, type Refusal, refusal } from "./refusal.ts";

/** What is wrong with a field, and the way out: the schema's own refusal, or one for the kind of the issue. */
export function refusalOf(issue: z.core.$ZodIssue): Refusal {
  if (isRefusal(issue.message)) return issue.message;
  if (issue.code === "too_big") return tooMuch(issue);
  if (issue.code === "too_small") return tooLittle(issue);
  if (issue.code === "invalid_format" && issue.format === "email") return refusal("email");
  return refusal(isMissing(issue) ? "missing" : "unreadable");
}

/** Zod keeps no input in its issues, but says in its words that there was none. */
const isMissing = ({ code, message }: z.core.$ZodIssue): boolean =>
  code === "invalid_type" && /received (?:undefined|null)$/.test(message);

function tooMuch({ origin, maximum }: z.core.$ZodIssueTooBig): Refusal {
  const most = Number(maximum);
  if (origin === "string") return refusal("tooLong", { most });
  return refusal(counted.has(origin) ? "chooseAtMost" : "numberAtMost", { most });
}

function tooLittle({ origin, minimum }: z.core.$ZodIssueTooSmall): Refusal {
  const least = Number(minimum);
  if (origin === "string") return least > 1 ? refusal("tooShort", { least }) : refusal("missing");
  return refusal(counted.has(origin) ? "chooseAtLeast" : "numberAtLeast", { least });
}

const counted = new Set(["array", "set", "map", "file"]);
