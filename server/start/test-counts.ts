import { z } from "zod";

export type Count = { passed: number; failed: number; skipped: number };

/** What is read of Vitest's JSON report. */
export const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string().default(""),
      status: z.string(),
      message: z.string().default(""),
      assertionResults: z.array(
        z.object({
          fullName: z.string().default(""),
          status: z.string(),
          failureMessages: z.array(z.string()).default([]),
        }),
      ),
    }),
  ),
});

const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
});

/** Counts Vitest's JSON report. A file that failed as a whole is one failure, and so is an exit code with no other reason. */
export function countVitest(report: unknown, code: number): Count {
  const parsed = VitestReport.safeParse(report);
  if (!parsed.success) return noReport;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = parsed.data;
  const brokenFiles = testResults.filter(failedAsAWhole);
  return withCode(
    {
      passed: numPassedTests,
      failed: numFailedTests + brokenFiles.length,
      skipped: numPendingTests + numTodoTests,
    },
    code,
  );
}

/** Whether a test file failed without any of its tests having failed: it could not be loaded, or not be set up. */
export function failedAsAWhole(file: z.infer<typeof VitestReport>["testResults"][number]): boolean {
  return file.status === "failed" && !file.assertionResults.some(({ status }) => status === "failed");
}

/** Counts Playwright's JSON report. A test that passed only on a second try failed; an error outside tests is one failure. */
export function countPlaywright(report: unknown, code: number): Count {
  const parsed = PlaywrightReport.safeParse(report);
  if (!parsed.success) return noReport;
  const { expected, unexpected, flaky, skipped } = parsed.data.stats;
  return withCode(
    { passed: expected, failed: unexpected + flaky + parsed.data.errors.length, skipped },
    code,
  );
}

export function sum(counts: Count[]): Count {
  return counts.reduce(
    (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }),
    {
      passed: 0,
      failed: 0,
      skipped: 0,
    },
  );
}

const noReport: Count = { passed: 0, failed: 1, skipped: 0 };

function withCode(count: Count, code: number): Count {
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}
