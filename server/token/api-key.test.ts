import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newApiKey, workspaceKeyOf } from "./api-key.ts";

const workspaceKey = fc.stringMatching(/^[0-9a-hjkmnp-tv-z]{5}$/);

describe("API keys", () => {
  it("have the published shape and name their workspace", () => {
    fc.assert(
      fc.property(workspaceKey, (key) => {
        const apiKey = newApiKey(key);
        expect(apiKey).toMatch(/^svar_(live|test)_[0-9A-Za-z]{32,}$/);
        expect(workspaceKeyOf(apiKey)).toBe(key);
      }),
    );
  });

  it("are refused when one character is different", () => {
    const alphabet = [..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"];
    fc.assert(
      fc.property(workspaceKey, fc.nat(), fc.constantFrom(...alphabet), (key, place, char) => {
        const apiKey = newApiKey(key);
        const at = place % apiKey.length;
        fc.pre(apiKey[at] !== char);
        expect(workspaceKeyOf(apiKey.slice(0, at) + char + apiKey.slice(at + 1))).toBeNull();
      }),
    );
  });

  it("are refused when they are garbage", () => {
    fc.assert(fc.property(fc.string({ maxLength: 80 }), (text) => workspaceKeyOf(text) === null));
  });

  it("are never the same", () => {
    const keys = new Set(Array.from({ length: 1_000 }, () => newApiKey("abcde")));
    expect(keys.size).toBe(1_000);
  });
});
