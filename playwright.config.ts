import { defineConfig } from "@playwright/test";
import { findBrowser } from "./e2e/browser.ts";

const { executablePath, args } = await findBrowser();

export default defineConfig({
  testDir: "e2e",
  outputDir: "e2e/.results",
  globalSetup: "./e2e/global-setup.ts",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    launchOptions: { executablePath, args },
    locale: "en-GB",
    timezoneId: "Europe/Stockholm",
    screenshot: "only-on-failure",
  },
});
