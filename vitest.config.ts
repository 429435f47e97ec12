import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{server,db,emails,app,bench}/**/*.test.{ts,tsx}"],
    globalSetup: ["server/test/global-setup.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // Test names are told in full only when something is wrong.
    reporters: ["default"],
  },
});
