import { eq } from "drizzle-orm";
import { AuthorizationResponseError, ResponseBodyError } from "openid-client";
import { identityProviders } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { provenDomains } from "./queries.ts";
import { type Identity, type Refusal, refusalOf } from "./rules.ts";

const mostShown = 300;

/** What stopped a sign-in: the provider declined, or something is wrong with it, and what, without anybody's address. */
export function problemIn(error: unknown): { problem: "declined" | "provider"; why: string } {
  const problem = error instanceof AuthorizationResponseError ? "declined" : "provider";
  const causes = [error, error instanceof Error ? error.cause : null, deepest(error)];
  const said = causes.flatMap((one) => {
    if (one instanceof ResponseBodyError) return [one.message, one.error];
    return one instanceof Error && one.message ? [one.message] : [];
  });
  const words = [...new Set(said)].join(" · ").split(/[\s\p{Cc}]+/u);
  const why = words.map((word) => (word.includes("@") ? "…" : word)).join(" ");
  return { problem, why: why.slice(0, mostShown) || "It gave no answer." };
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

const refusals: Record<Refusal, string> = {
  no_address: "It says no e-mail address. Let it give Svar the claim “email”.",
  not_verified: "It says that your address there is not verified.",
  other_domain: "Your address there is of no domain that is proven here.",
  other_person: "It knows your address as somebody else’s.",
  not_invited: "Nobody invited you.",
};

/** Ends a trial that the provider answered well: from now on it may be switched on, or it is written down why not. */
export async function finishTrial(ctx: Ctx, identity: Identity, triedBy: string): Promise<void> {
  const refusal = refusalOf(identity, await provenDomains(ctx));
  await note(ctx, refusal ? { problem: refusals[refusal] } : { problem: null, triedAt: ctx.now, triedBy });
}

async function note(ctx: Ctx, set: Partial<typeof identityProviders.$inferInsert>): Promise<void> {
  await ctx.db.update(identityProviders).set(set).where(eq(identityProviders.workspaceId, ctx.workspaceId));
}
