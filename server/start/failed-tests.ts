import { relative } from "node:path";
import { root } from "./root.ts";
import { failedAsAWhole, VitestReport } from "./test-counts.ts";

const mostLines = 15;

/**
 * The failed tests of Vitest's JSON report, each as its file, its name and the beginning of what went wrong; a file that
 * failed as a whole is one. A report that was never written names none.
 */
export function failedTests(report: unknown): string[] {
  const parsed = VitestReport.safeParse(report);
  if (!parsed.success) return [];
  return parsed.data.testResults.flatMap((result) => {
    const file = relative(root, result.name);
    if (failedAsAWhole(result)) return [`${file}\n${beginningOf(result.message)}`];
    return result.assertionResults
      .filter((one) => one.status === "failed")
      .map((one) => `${file} › ${one.fullName}\n${beginningOf(one.failureMessages.join("\n"))}`);
  });
}

/** The first fifteen lines of what a program said. */
export const beginningOf = (text: string): string => text.split("\n").slice(0, mostLines).join("\n");
