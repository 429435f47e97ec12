import { expect, it } from "vitest";
import { testRuntime } from "#server/test/database.ts";
import { makeWorkspace } from "#server/test/factories.ts";
import { schedule } from "./schedule.ts";

const rt = await testRuntime();

it.each(schedule)("the worker may $what", async ({ run }) => {
  await makeWorkspace(rt, "Fjordline");
  await expect(run(rt)).resolves.not.toThrow();
});
