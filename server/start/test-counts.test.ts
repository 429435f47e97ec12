import { expect, it } from "vitest";
import { countPlaywright, countVitest, sum } from "./test-counts.ts";

const vitest = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [] };
const playwright = { stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 2 }, errors: [] };

it("what passed, failed and was skipped is added up", () => {
  expect(sum([countVitest(vitest, 0), countPlaywright(playwright, 0)])).toEqual({
    passed: 8,
    failed: 0,
    skipped: 4,
  });
});

it("a test file that could not be loaded is a failure", () => {
  const testResults = [
    { status: "failed", assertionResults: [] },
    { status: "failed", assertionResults: [{ status: "failed" }] },
  ];
  expect(countVitest({ ...vitest, numFailedTests: 1, testResults }, 1).failed).toBe(2);
});

it("a browser test that needed a second try is a failure", () => {
  expect(countPlaywright({ ...playwright, stats: { ...playwright.stats, flaky: 1 } }, 0).failed).toBe(1);
});

it("a run that failed for a reason its report does not tell is a failure", () => {
  expect(countVitest(vitest, 1).failed).toBe(1);
  expect(countPlaywright({ ...playwright, errors: [{ message: "global set-up" }] }, 1).failed).toBe(1);
  expect(countVitest(null, 0).failed).toBe(1);
});
