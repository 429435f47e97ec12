import { expect, it } from "vitest";
import { testRuntime } from "#server/test/database.ts";
import { orAway } from "./or-away.ts";

const rt = await testRuntime();
const request = new Request("http://localhost:3000/r/x", { headers: { "accept-language": "da" } });

it.each([
  ["cannot be reached", async () => rt, () => Promise.reject(new Error("SELECT secret"))],
  ["was never there", () => Promise.reject(new Error("no database")), async () => new Response("never")],
])(
  "a respondent is told kindly when the database %s, and nothing of the error",
  async (_, opened, respond) => {
    const away = await orAway(opened(), request, respond);
    expect(away.status).toBe(503);
    expect(away.headers.get("retry-after")).toBe("60");
    const page = await away.text();
    expect(page).toContain("Ikke tilgængelig lige nu");
    expect(page).not.toMatch(/SELECT|database/);
  },
);

it("what can be answered is answered", async () => {
  const answered = await orAway(Promise.resolve(rt), request, async () => new Response("here"));
  expect(await answered.text()).toBe("here");
});
