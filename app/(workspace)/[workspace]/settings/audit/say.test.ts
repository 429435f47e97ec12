import { describe, expect, it } from "vitest";
import { type AuditAction, actions } from "#server/audit/schema.ts";
import { sayChanges, sayEntry } from "./say.ts";

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
      "Accepted grounds: existing customer → none",
      "Goal before: −5",
      "Time: 24 Nov 2026, 00:30",
    ]);
  });
});
