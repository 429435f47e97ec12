import { eq } from "drizzle-orm";
import { AuthorizationResponseError, ResponseBodyError } from "openid-client";
import { identityProviders } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { DomainError } from "#server/errors.ts";
import { whyUnreached } from "#server/outgoing/why-unreached.ts";
import { type Refusal, refusal } from "#server/refusal.ts";
import { provenDomains } from "./queries.ts";
import { patienceMs } from "./reach.ts";
import { type Identity, refusalOf } from "./rules.ts";

const mostShown = 300;

/**
 * What stopped a sign-in: the provider declined, or something is wrong with it. `why` is a refusal where we have words for
 * it, and else what the provider or the protocol's library says, without anybody's address.
 */
export function problemIn(error: unknown): { problem: "declined" | "provider"; why: string } {
  const problem = error instanceof AuthorizationResponseError ? "declined" : "provider";
  const causes = [error, error instanceof Error ? error.cause : null, deepest(error)];
  return { problem, why: causes.map(refused).find(Boolean) ?? wordsOf(causes) };
}

function refused(error: unknown): Refusal | null {
  if (error instanceof DomainError) return error.refusal;
  const isLate = error instanceof Error && error.name === "TimeoutError";
  return isLate ? refusal("chatSilent", { seconds: patienceMs / 1000 }) : whyUnreached(error);
}

function wordsOf(causes: unknown[]): string {
  const said = causes.flatMap((one) => {
    if (one instanceof ResponseBodyError) return [one.message, one.error];
    return one instanceof Error && one.message ? [one.message] : [];
  });
  const words = [...new Set(said)].join(" · ").split(/[\s\p{Cc}]+/u);
  const why = words.map((word) => (word.includes("@") ? "…" : word)).join(" ");
  return why.slice(0, mostShown) || refusal("providerNoAnswer");
}

function deepest(error: unknown): unknown {
  let one = error;
  for (let depth = 0; depth < 5 && one instanceof Error && one.cause; depth++) one = one.cause;
  return one;
}

/** Writes down for the administrators what was wrong with a trial. */
export async function noteProblem(ctx: Ctx, error: unknown): Promise<void> {
  await note(ctx, { problem: problemIn(error).why });
}

const unfit: Record<NonNullable<ReturnType<typeof refusalOf>>, Refusal> = {
  no_address: refusal("providerNoEmail"),
  not_verified: refusal("providerUnverified"),
  other_domain: refusal("providerOtherDomain"),
};

/** Ends a trial that the provider answered well: from now on it may be switched on, or it is written down why not. */
export async function finishTrial(ctx: Ctx, identity: Identity, triedBy: string): Promise<void> {
  const why = refusalOf(identity, await provenDomains(ctx));
  await note(ctx, why ? { problem: unfit[why] } : { problem: null, triedAt: ctx.now, triedBy });
}

async function note(ctx: Ctx, set: Partial<typeof identityProviders.$inferInsert>): Promise<void> {
  await ctx.db.update(identityProviders).set(set).where(eq(identityProviders.workspaceId, ctx.workspaceId));
}
