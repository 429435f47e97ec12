import type { GenericEndpointContext, User } from "better-auth";
import { confirmAddress } from "#server/auth/prove-address.ts";
import { admit, recognise } from "./admit.ts";
import type { CompanySettings } from "./company-sign-in.ts";
import type { Identity, Refusal } from "./rules.ts";

/**
 * The account of whom a company's provider speaks of, made where there is none, as a member of its workspace; or why not. What
 * was set in an account before its address was proven may be somebody else's who signed up with it first, and goes.
 */
export async function findPerson(
  ctx: GenericEndpointContext,
  { db, enter }: Pick<CompanySettings, "db" | "enter">,
  workspaceId: string,
  identity: Identity,
): Promise<{ user: User } | { refusal: Refusal }> {
  const { internalAdapter } = ctx.context;
  const known = await enter(workspaceId, (inside) => recognise(inside, identity));
  if ("refusal" in known) return known;
  if ("userId" in known) {
    const user = await internalAdapter.findUserById(known.userId);
    return user ? { user } : { refusal: "not_invited" };
  }
  const { email, role } = known;
  const before = (await internalAdapter.findUserByEmail(email))?.user;
  if (!before && !role) return { refusal: "not_invited" };
  const name = identity.name ?? email.split("@")[0]!;
  const user =
    before ??
    (await internalAdapter.createUser({ email, name, emailVerified: true }, { method: "sso-oidc" }));
  const refusal = await enter(workspaceId, (inside) => admit(inside, user, identity, role));
  if (refusal) return { refusal };
  if (!user.emailVerified) await confirmAddress(db, user.id);
  return { user };
}
