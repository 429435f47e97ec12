import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{server,db,emails,app,bench}/**/*.test.{ts,tsx}"],
    globalSetup: ["server/test/global-setup.ts"],
    setupFiles: ["server/test/speak-english.ts"],
    testTimeout: 90_000,
    hookTimeout: 60_000,
    // Each file has a database of its own and no module is mocked, so files share what they import: half of the time.
    isolate: false,
    // Many tests wait for a database or a program, so two at once are done sooner on two cores than one.
    maxWorkers: 2,
  },
});
