import { describe, expect, it } from "vitest";
import { type AuditAction, actions } from "#server/audit/schema.ts";
import { inLanguage, speak } from "#server/i18n/speak.ts";
import { sayChanges, sayEntry } from "./say.ts";
import { sayLabel } from "./say-code.ts";

speak("en");

const maja = { actorKind: "member", actorName: "Maja Berg" } as const;
const entry = (action: AuditAction, over: Partial<Parameters<typeof sayEntry>[0]> = {}) => ({
  ...maja,
  ...{ action, subjectKind: actions[action], subjectLabel: null, before: {}, after: {} },
  ...over,
});

describe("an entry in words", () => {
  it("is one sentence", () => {
    const change = { before: { role: "viewer" }, after: { role: "agent" } };
    const said = entry("people.role_changed", { subjectLabel: "Bo Friis", ...change });
    expect(sayEntry(said)).toBe("Maja Berg made Bo Friis an agent (was viewer)");
    expect(sayChanges(said, "UTC")).toEqual([]);
  });

  it.each(Object.keys(actions) as AuditAction[])("says %s of whoever did it", (action) => {
    expect(sayEntry(entry(action))).toMatch(/^Maja Berg [a-z][^{}]+$/);
  });

  it("calls customers, keys and Svar what they are", () => {
    const customer = { actorKind: "respondent", actorName: null } as const;
    expect(sayEntry(entry("privacy.erased", customer))).toBe("A customer had everything about them erased");
    expect(sayEntry(entry("privacy.erased"))).toBe("Maja Berg erased a customer");
    const shop = { actorKind: "api-key", actorName: "Shop", subjectLabel: "Autumn" } as const;
    expect(sayEntry(entry("sending.started", shop))).toBe("API key Shop started Autumn");
    const brake = { actorKind: "system", actorName: "campaign.brake", subjectLabel: "Autumn" } as const;
    expect(sayEntry(entry("sending.paused", brake))).toBe("Svar paused Autumn");
  });

  it("names each field with what it was and is, by the clocks of the workspace", () => {
    const said = entry("settings.changed", {
      before: { postalAddress: null, confirmedOnly: false, accepts: ["existing_customer"], goal: -5 },
      after: {
        postalAddress: "Strandgaten 1",
        confirmedOnly: true,
        accepts: [],
        at: "2026-11-23T23:30:00.000Z",
      },
    });
    expect(sayChanges(said, "Europe/Oslo")).toEqual([
      "Postal address: none → Strandgaten 1",
      "Only confirmed answers count: no → yes",
      "Accepted grounds: Customers who were told of the right to object → none",
      "Goal before: −5",
      "Time: 24 Nov 2026, 00:30",
    ]);
  });

  it.each([
    ["people.sight_set", { sees: "teams" }, ["Käsittelijät ja katselijat näkevät: "]],
    ["privacy.defaults_set", { ground: "none", country: "NO" }, ["Ei tiedossa", "Norja"]],
    ["settings.changed", { locale: "sv" }, ["ruotsi"]],
    ["settings.hours_set", { calendar: "FI" }, ["Suomi"]],
    [
      "suppressions.imported",
      { reason: "by_hand", scope: "all" },
      ["Kollegan pysäyttämä", "Ei mitään viestejä"],
    ],
    [
      "alerts.made",
      { kinds: ["new_case"], scope: "all", pace: "hourly" },
      ["Uudet tapaukset", "Kaikkien", "Tunneittain"],
    ],
    ["imports.uploaded", { kind: "contacts" }, ["Asiakkaat"]],
    ["sharing.changed", { password: "changed" }, ["muutettu"]],
    ["exports.dashboard", { panel: "follow-up" }, ["jatkotoimet"]],
    ["sending.paused", { because: "bounces" }, ["liian moni viesti palautui"]],
    ["settings.joining_set", { joinsAs: "agent" }, ["Kutsumaton liittyy roolissa"]],
  ])("says the words of the program of %s in the reader's language", (action, after, words) => {
    const said = inLanguage("fi", () => sayChanges(entry(action as AuditAction, { after }), "UTC"));
    expect(said).toHaveLength(Object.keys(after).length);
    for (const word of words) expect(said.join("\n")).toContain(word);
    for (const code of Object.values(after).flat())
      expect(said.join("\n")).not.toMatch(new RegExp(`: ${code}$`, "m"));
  });

  it("names a country in its sentence", () => {
    const told = entry("privacy.ground_reset", { subjectLabel: "NO" });
    expect(sayEntry(told)).toBe("Maja Berg went back to what Svar proposes for Norway");
    expect(inLanguage("sv", () => sayEntry(told))).toContain("Norge");
    const nps = entry("targets.set", { subjectLabel: "recovery" });
    expect(sayLabel(nps)).toBe("Recovery rate");
  });
});
