import { getTRPCErrorFromUnknown } from "@trpc/server";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { Role } from "#server/context.ts";
import type { Runtime, SignedIn } from "#server/entry.ts";
import { DomainError } from "#server/errors.ts";
import type { Policy } from "#server/policy.ts";
import { refusal } from "#server/refusal.ts";
import { appRouter, createCaller } from "#server/router.ts";
import { testRuntime } from "#server/test/database.ts";
import { dryRun } from "#server/test/dry-run.ts";
import { dumpOf } from "#server/test/dump.ts";
import { makeEverything, type Names, ofNothing } from "#server/test/everything.ts";
import { makeMember, makeWorkspace } from "#server/test/factories.ts";
import { namedBy } from "#server/test/name-inputs.ts";
import { canary } from "#server/test/person.ts";
import { sampleInputs } from "#server/test/sample-inputs.ts";

const roles: Role[] = ["viewer", "agent", "manager", "admin"];

type Procedure = { _def: { type: string; inputs: z.ZodType[]; meta?: { policy: Policy } } };
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>).map(
  ([path, { _def }]) => ({ path, ..._def, policy: _def.meta?.policy }),
);
const ofMembers = procedures.filter(({ policy }) => policy?.for === "member");

/**
 * Procedures whose answer does not tell whether what is named is there, for its owner either: nothing of a victim is to be
 * learnt or changed by them.
 */
const alike: Record<string, string> = {
  "attachment.remove": "a file that is gone already is no error",
  "presence.end": "who was not there is not there",
  "recovery.callOff": "the question of this case has left",
  "rule.templates": "no rule suggests one for this case",
};

const rt = await testRuntime();
const owner = postgres(rt.ownerUrl, { max: 1 });
afterAll(() => owner.end());

const victim = await makeWorkspace(rt, "Fjordline");
const [thief, twin] = [await makeWorkspace(rt, "Nordlys"), await makeWorkspace(rt, "Nordlys")];
const nothing = ofNothing();
let all: Names;
beforeAll(async () => {
  all = await makeEverything(rt, victim);
});

let calls = 0;

/** What a call ends with: its error in all that is told of it, or what it returns, with one's own names taken out. */
async function outcome(through: Runtime, user: SignedIn | null, path: string, input: object) {
  calls += 1;
  const live = () => Promise.reject(new DomainError("CONFLICT", refusal("chatSilent", { seconds: 1 })));
  const caller = createCaller({ rt: through, user: user && { ...user, sessionId: "s" }, live });
  const [router = "", verb = ""] = path.split(".");
  const call = (caller as unknown as Record<string, Record<string, (input: object) => unknown>>)[router]![
    verb
  ]!;
  try {
    const answer = await call(input);
    return { code: "OK", answer: JSON.stringify(isStream(answer) ? await answer.next() : (answer ?? null)) };
  } catch (caught) {
    const { code, message, cause } = getTRPCErrorFromUnknown(caught);
    return { code, message, field: cause instanceof DomainError ? cause.field : undefined };
  }
}

const isStream = (answer: unknown): answer is AsyncGenerator =>
  typeof answer === "object" && answer !== null && Symbol.asyncIterator in answer;

/** Without what is different in any two workspaces: ids, numbers of rows, slugs, secrets. */
const masked = (end: Awaited<ReturnType<typeof outcome>>) =>
  JSON.stringify(end)
    .replace(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g, "<id>")
    .replace(/nordlys-[\da-f]{6}/g, "<slug>")
    .replace(/company\/return\/\w{5}/g, "<return>")
    .replace(/svar_live_\w+/g, "<key>")
    .replace(/\d+\.\d+\.\d+:\d+:[\d,]*/g, "<position>")
    .replace(/(\\"(?:key|number)\\"):(?:\\"\w{5}\\"|\d+)/g, "$1");

const inputsOf = (path: string, schemas: z.ZodType[], names: Names, slug: string) =>
  sampleInputs(schemas, namedBy(names, slug, path));

it("every procedure declares who may call it", () => {
  expect(procedures.filter(({ policy }) => !policy).map(({ path }) => path)).toEqual([]);
  const open = procedures.filter(({ policy }) => policy?.for === "anybody").map(({ path }) => path);
  expect(open).toEqual(["workspace.invitation"]);
  const ofUsers = procedures.filter(({ policy }) => policy?.for === "user").map(({ path }) => path);
  expect(ofUsers.sort()).toEqual([
    ...["auth.addPasskey", "auth.beginPasskey", "auth.beginSecondFactor", "auth.confirmSecondFactor"],
    ...["auth.endOtherSessions", "auth.endSession", "auth.passkeys", "auth.removePasskey"],
    ...["auth.removeSecondFactor", "auth.renewRecoveryCodes", "auth.secondFactor", "auth.sessions"],
    ...["workspace.acceptInvitation", "workspace.create", "workspace.mine"],
  ]);
  expect(ofMembers.length).toBeGreaterThan(150);
});

it("for every procedure inputs can be made that name something", () => {
  const without = procedures.flatMap(({ path, inputs }) => {
    try {
      return inputsOf(path, inputs, all, "here").length > 0 ? [] : [path];
    } catch (error) {
      return [`${path}: ${error instanceof Error ? error.message : error}`];
    }
  });
  expect(without).toEqual([]);
});

describe("every procedure that is not open to all", () => {
  it("knows nobody who is not signed in", async () => {
    for (const { path, inputs, policy } of procedures) {
      if (policy?.for === "anybody") continue;
      const [input = {}] = inputsOf(path, inputs, all, victim.slug);
      expect(await outcome(rt, null, path, input), path).toMatchObject({ code: "UNAUTHORIZED" });
    }
  });
});

describe("every procedure for members", () => {
  it("tells a member of another workspace what it tells of a workspace that is not there", async () => {
    for (const { path, inputs } of ofMembers) {
      const [input = {}] = inputsOf(path, inputs, all, victim.slug);
      const there = await outcome(rt, thief.owner, path, input);
      expect(there, path).toMatchObject({ code: "NOT_FOUND" });
      expect(there, path).toEqual(
        await outcome(rt, thief.owner, path, { ...input, workspace: "no-such-place" }),
      );
    }
  });

  it("is refused to each lower role, and to nobody else", async () => {
    const people = new Map<Role, SignedIn>();
    for (const role of roles) people.set(role, await makeMember(rt, victim, role, `${role} Berg`));
    const before = await dumpOf(owner, victim.id);
    const dry = dryRun(rt);
    for (const { path, inputs, policy } of ofMembers) {
      if (policy?.for !== "member") continue;
      const [input = {}] = inputsOf(path, inputs, all, victim.slug);
      const refusal = {
        code: "FORBIDDEN",
        message: expect.stringContaining(`needs the role ${policy.role}`),
      };
      for (const role of roles) {
        const isLower = roles.indexOf(role) < roles.indexOf(policy.role);
        const end = await outcome(isLower ? rt : dry, people.get(role)!, path, input);
        const told = `${path} as ${role}`;
        if (isLower) expect(end, told).toMatchObject(refusal);
        else expect(end, told).not.toMatchObject(refusal);
      }
    }
    expect(await dumpOf(owner, victim.id)).toEqual(before);
  });

  it("tells of another workspace's things what it tells of things that are not there, and leaves them alone", async () => {
    const before = await dumpOf(owner, victim.id);
    const dry = dryRun(rt);
    const faults: string[] = [];
    const unproven: string[] = [];
    for (const { path, inputs } of ofMembers) {
      const [owned, stealing, vain] = [
        inputsOf(path, inputs, all, victim.slug),
        inputsOf(path, inputs, all, thief.slug),
        inputsOf(path, inputs, nothing, twin.slug),
      ];
      expect([owned.length, vain.length], path).toEqual([stealing.length, stealing.length]);
      let proves = false;
      for (const [nth, input] of stealing.entries()) {
        const [own, stolen, empty] = await Promise.all([
          outcome(dry, victim.owner, path, owned[nth]!),
          outcome(rt, thief.owner, path, input),
          outcome(rt, twin.owner, path, vain[nth]!),
        ]);
        const told = `${path} ${JSON.stringify(input)}\n  ${masked(stolen)}\n  ${masked(empty)}`;
        for (const end of [own, stolen, empty])
          if (end.code === "INTERNAL_SERVER_ERROR") faults.push(`fails: ${told}`);
        if (masked(stolen) !== masked(empty)) faults.push(`differs: ${told}`);
        if (JSON.stringify(stolen).includes(canary)) faults.push(`tells: ${told}`);
        const names = Object.values(all).some((name) => JSON.stringify(input).includes(name));
        proves ||= !names || masked(own) !== masked(stolen);
      }
      if (!proves) unproven.push(path);
    }
    expect(faults).toEqual([]);
    expect(unproven.sort()).toEqual(Object.keys(alike));
    expect(await dumpOf(owner, victim.id)).toEqual(before);
  }, 120_000);
});

it("no procedure takes a field that it does not ask for, at any depth, nor anything of a prototype", () => {
  for (const { path, inputs } of procedures) {
    for (const input of inputsOf(path, inputs, nothing, "here")) {
      const sent = JSON.parse(JSON.stringify(strewn(input)).replaceAll('"stray0"', '"__proto__"'));
      for (const schema of inputs) {
        const { success, data } = schema.safeParse(sent);
        if (success) expect(JSON.stringify(data), path).not.toMatch(/stray|__proto__/);
        if (success) expect(Object.getPrototypeOf(data), path).toBe(Object.prototype);
      }
    }
  }
  expect(({} as { stray1?: string }).stray1).toBeUndefined();
});

/** The same with fields that nothing asks for in each of its objects. */
function strewn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strewn);
  if (typeof value !== "object" || value === null || Object.keys(value).length === 0) return value;
  const kept = Object.entries(value).map(([name, one]) => [name, strewn(one)]);
  return { ...Object.fromEntries(kept), stray0: { stray1: "x" }, stray2: "x" };
}

afterAll(() => console.info(`${procedures.length} procedures, ${calls} calls`));
