import { getTRPCErrorFromUnknown } from "@trpc/server";
import { beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { Runtime, SignedIn } from "#server/entry.ts";
import { DomainError } from "#server/errors.ts";
import type { Policy } from "#server/policy.ts";
import { refusal } from "#server/refusal.ts";
import { appRouter, createCaller } from "#server/router.ts";
import { setMembers } from "#server/team/set-members.ts";
import { setSight } from "#server/team/set-sight.ts";
import { testRuntime } from "#server/test/database.ts";
import { dryRun } from "#server/test/dry-run.ts";
import { makeEverything, type Names } from "#server/test/everything.ts";
import { makeMember, makeWorkspace } from "#server/test/factories.ts";
import { namedBy } from "#server/test/name-inputs.ts";
import { makeAgentOfOtherTeam } from "#server/test/other-team.ts";
import { canary } from "#server/test/person.ts";
import { sampleInputs } from "#server/test/sample-inputs.ts";

type Procedure = { _def: { type: string; inputs: z.ZodType[]; meta?: { policy: Policy } } };
const roles = ["viewer", "agent"];
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>)
  .map(([path, { _def }]) => ({ path, ..._def, policy: _def.meta?.policy }))
  .filter(({ policy }) => policy?.for === "member" && roles.includes(policy.role));

const rt = await testRuntime();
const dry = dryRun(rt);
const here = await makeWorkspace(rt, "Fjordline");
let ida: SignedIn;
let all: Names;
let none: Names;
beforeAll(async () => {
  all = await makeEverything(rt, here);
  const { agent, vain } = await makeAgentOfOtherTeam(rt, here, all);
  [ida, none] = [agent, vain];
});

/** What a call ends with: its error in all that is told of it, or what it returns. */
async function outcome(through: Runtime, user: SignedIn, path: string, input: object) {
  const live = () => Promise.reject(new DomainError("CONFLICT", refusal("ours")));
  const caller = createCaller({ rt: through, user: { ...user, sessionId: "s" }, live });
  const [router = "", verb = ""] = path.split(".");
  try {
    const answer = await (caller as unknown as Record<string, Record<string, (input: object) => unknown>>)[
      router
    ]![verb]!(input);
    return { code: "OK", answer: JSON.stringify(answer ?? null) };
  } catch (caught) {
    const { code, message, cause } = getTRPCErrorFromUnknown(caught);
    return { code, message, field: cause instanceof DomainError ? cause.field : undefined };
  }
}

/** Without what is different each time: ids, positions of streams. */
const masked = (end: object) =>
  JSON.stringify(end)
    .replace(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g, "<id>")
    .replace(/\d+\.\d+\.\d+:\d+:[\d,]*/g, "<position>");

const inputsOf = (path: string, inputs: z.ZodType[], names: Names) =>
  sampleInputs(inputs, namedBy(names, here.slug, path));

describe("an agent of another team", () => {
  it("is told of customers' things what is told of things that are not there, and none of their words", async () => {
    const faults: string[] = [];
    let asked = 0;
    for (const { path, inputs } of procedures) {
      const [naming, vain] = [inputsOf(path, inputs, all), inputsOf(path, inputs, none)];
      for (const [nth, input] of naming.entries()) {
        const [end, empty] = [
          await outcome(dry, ida, path, input),
          await outcome(dry, ida, path, vain[nth]!),
        ];
        asked += 1;
        const told = `${path} ${JSON.stringify(input)}\n  ${masked(end)}\n  ${masked(empty)}`;
        if (end.code === "INTERNAL_SERVER_ERROR") faults.push(`fails: ${told}`);
        if (masked(end) !== masked(empty)) faults.push(`differs: ${told}`);
        if (JSON.stringify(end).includes(canary)) faults.push(`tells: ${told}`);
      }
    }
    expect(faults).toEqual([]);
    expect(asked).toBeGreaterThan(200);
  }, 240_000);
});

it("an agent of the same team can do what they could before", async () => {
  const bo = await makeMember(rt, here, "agent", "Bo Friis");
  await here.run((ctx) => setMembers(ctx, { teamId: all.team, userIds: [bo.id] }));
  const codes = async () => {
    const found = new Map<string, string>();
    for (const { path, inputs } of procedures)
      for (const input of inputsOf(path, inputs, all)) {
        const end = await outcome(dry, bo, path, input);
        found.set(`${path} ${JSON.stringify(input)}`, `${end.code} ${end.message ?? ""}`);
      }
    return found;
  };
  const within = await codes();
  await here.run((ctx) => setSight(ctx, { sees: "everything" }));
  const without = await codes();
  expect([...without].filter(([call, code]) => within.get(call) !== code)).toEqual([]);
  expect([...without.values()].filter((code) => code.startsWith("OK")).length).toBeGreaterThan(100);
  const shown = await outcome(dry, ida, "case.get", { workspace: here.slug, caseId: all.case });
  expect(shown.answer).toContain(canary);
}, 240_000);
