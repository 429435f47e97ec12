import { join } from "node:path";
import { expect, it } from "vitest";
import { failedTests } from "./failed-tests.ts";
import { root } from "./root.ts";

const counts = { numPassedTests: 1, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0 };
const passed = { fullName: "a score is right", status: "passed", failureMessages: [] };
const failed = {
  fullName: "a score is whole",
  status: "failed",
  failureMessages: [Array.from({ length: 40 }, (_, n) => `line ${n}`).join("\n")],
};

it("failed tests are named with their file and the beginning of what went wrong", () => {
  const name = join(root, "server/nps/score.test.ts");
  const [one, ...others] = failedTests({
    ...counts,
    testResults: [{ name, status: "failed", message: "", assertionResults: [passed, failed] }],
  });
  expect(others).toEqual([]);
  expect(one).toContain("server/nps/score.test.ts › a score is whole\nline 0\n");
  expect(one).not.toContain("line 39");
});

it("a file that could not be loaded is named, and a report that was never written names nothing", () => {
  const name = join(root, "server/nps/score.test.ts");
  const report = {
    ...counts,
    testResults: [{ name, status: "failed", message: "no such module", assertionResults: [] }],
  };
  expect(failedTests(report)).toEqual(["server/nps/score.test.ts\nno such module"]);
  expect(failedTests(null)).toEqual([]);
});
