import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createDraftStore, type Draft, type KeptDraft, type SavedDraft } from "./draft-store.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server with one draft, which can be away, and a browser that keeps words. */
function world(saved: SavedDraft | null = null, kept: KeptDraft | null = null) {
  const server = { draft: saved, away: false, saves: 0 };
  const browser = { kept };
  const store = createDraftStore({
    saved,
    async save(draft: Draft, known) {
      server.saves += 1;
      if (server.away) throw new TypeError("Failed to fetch");
      if (server.draft && server.draft.revision !== known) return { saved: false, draft: server.draft };
      const revision = `r${server.saves}`;
      server.draft = { ...draft, revision };
      return { saved: true, revision };
    },
    keep: {
      read: () => browser.kept,
      write: (next) => {
        browser.kept = next;
      },
    },
  });
  return { server, browser, store };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const of = (text: string, revision: string): SavedDraft => ({ kind: "reply", text, seen: null, revision });

it("keeps every letter in the browser at once, and on the server within two seconds", async () => {
  const { server, browser, store } = world();
  store.change({ text: "Hej" });
  expect(browser.kept?.text).toBe("Hej");
  await pass(1_000);
  store.change({ text: "Hej Anna" });
  expect(server.saves).toBe(0);
  await pass(1_000);
  expect(server.draft?.text).toBe("Hej Anna");
  expect([store.get().state, browser.kept]).toEqual(["saved", null]);
});

it("says so while the server is away, keeps the words, and saves them when it is back", async () => {
  const { server, browser, store } = world();
  server.away = true;
  store.change({ text: "Hej" });
  await pass(2_000);
  expect(store.get().state).toBe("kept");
  store.change({ text: "Hej Anna" });
  await pass(60_000);
  expect(browser.kept?.text).toBe("Hej Anna");
  server.away = false;
  await pass(5_000);
  expect([server.draft?.text, store.get().state, browser.kept]).toEqual(["Hej Anna", "saved", null]);
});

it("takes up what the browser kept when the tab was closed", async () => {
  const { server, store } = world(of("Hej", "a"), { ...of("Hej Anna", ""), known: "a" });
  store.recall();
  expect(store.get().draft.text).toBe("Hej Anna");
  await pass(0);
  expect(server.draft?.text).toBe("Hej Anna");
});

it("writes over nothing that was saved elsewhere, until somebody chose", async () => {
  const { server, store } = world(of("Hej", "a"));
  server.draft = of("From the phone", "b");
  store.change({ text: "From the desk" });
  await pass(2_000);
  expect(store.get()).toMatchObject({ state: "elsewhere", draft: { text: "From the desk" } });
  expect(store.get().other?.text).toBe("From the phone");
  store.change({ text: "From the desk too" });
  await pass(60_000);
  expect(server.draft.text).toBe("From the phone");
  store.resolve("mine");
  await pass(0);
  expect([server.draft.text, store.get().state]).toEqual(["From the desk too", "saved"]);
});

it("asks both ways when the browser kept words and the server has others", async () => {
  const { store } = world(of("From the phone", "b"), { ...of("From the desk", ""), known: "a" });
  store.recall();
  expect(store.get()).toMatchObject({ state: "elsewhere", draft: { text: "From the desk" } });
  store.resolve("other");
  expect(store.get()).toMatchObject({ state: "saved", draft: { text: "From the phone" }, other: null });
});

it("saves nothing of what is being sent, and everything when that failed", async () => {
  const { server, browser, store } = world();
  store.change({ text: "Hej" });
  const sending = store.during(async () => {
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    throw new Error("refused");
  });
  sending.catch(() => {});
  await pass(9_000);
  expect(server.saves).toBe(0);
  await pass(1_000);
  await expect(sending).rejects.toThrow("refused");
  expect(browser.kept?.text).toBe("Hej");
  await pass(2_000);
  expect(server.draft?.text).toBe("Hej");
});

it("shows what was written on another device, but not over what is written here", async () => {
  const { server, store } = world(of("Hej", "a"));
  await store.look(async () => of("From the phone", "b"));
  expect(store.get().draft.text).toBe("From the phone");
  store.change({ text: "Typed" });
  await store.look(async () => of("Again from the phone", "c"));
  expect(store.get().draft.text).toBe("Typed");
  expect(server.saves).toBe(0);
});
