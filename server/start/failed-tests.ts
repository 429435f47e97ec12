import { relative } from "node:path";
import { z } from "zod";
import { root } from "./root.ts";

const VitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(""),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).default([]),
        }),
      ),
    }),
  ),
});

const mostLines = 15;

/**
 * The failed tests of Vitest's JSON report, each as its file, its name and the beginning of what went wrong; a file that
 * failed as a whole is one. Browser tests come long after these, so they are said again at the end of a run.
 */
export function failedTests(report: unknown): string[] {
  const parsed = VitestReport.safeParse(report);
  if (!parsed.success) return [];
  return parsed.data.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(root, name);
    const failed = assertionResults.filter((one) => one.status === "failed");
    if (failed.length === 0 && status === "failed") return [`${file}\n${beginning(message)}`];
    return failed.map((one) => `${file} › ${one.fullName}\n${beginning(one.failureMessages.join("\n"))}`);
  });
}

const beginning = (text: string): string => text.split("\n").slice(0, mostLines).join("\n");
