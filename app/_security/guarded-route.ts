import type { NextRequest } from "next/server";
import { requestContext } from "#app/_trpc/request-context.ts";
import { type Act, recordAct } from "#server/audit/record.ts";
import type { AuditAction } from "#server/audit/schema.ts";
import { required } from "#server/auth/auth.ts";
import type { Ctx, Role } from "#server/context.ts";
import { asMember, type Runtime, runtime } from "#server/entry.ts";
import { DomainError } from "#server/errors.ts";
import { membershipOf } from "#server/memberships.ts";
import type { Policy } from "#server/policy.ts";
import { requireRole } from "#server/trpc.ts";

/** A route handler that says who may call it. A route exports no other (app/policies.test.ts). */
type Guarded<Context, Asked extends Request = NextRequest> = ((
  request: Asked,
  context: Context,
) => Promise<Response>) & { policy: Policy };

type Handle<Context> = (request: NextRequest, context: Context) => Response | Promise<Response>;

/** For anybody, signed in or not; `because` says why. */
export function forAnybody<Context>(because: string, handle: Handle<Context>): Guarded<Context> {
  const policy: Policy = { for: "anybody", because };
  return Object.assign(async (request: NextRequest, context: Context) => handle(request, context), {
    policy,
  });
}

type Params = { workspace: string };

/** What a handler for members is handed. */
export type AskedByMember<Path extends Params, Asked extends Request = NextRequest> = {
  request: Asked;
  params: Path;
  rt: Runtime;
  user: { id: string; name: string; email: string };
  /**
   * Runs `work` in the workspace of the address, in a transaction of its own and for one that has the role now: a long
   * answer enters once for each part. A GET can write nothing there.
   */
  enter<T>(work: (ctx: Ctx) => T | Promise<T>): Promise<T>;
  /** Writes down that this was taken out, for one that has the role now: the one thing that a GET writes. */
  record(action: AuditAction, act?: Act): Promise<void>;
  /**
   * What those have in common who see the same of this workspace, for one that has the role now; without a transaction, for
   * what is answered from elsewhere.
   */
  knock(): Promise<string>;
};

/** What a member's route answers to what went wrong; without one, see `refused`. */
type Refuse<Asked> = (error: unknown, request: Asked) => Response | Promise<Response>;

/** For members of the workspace that the address names, in `role` or a higher one. */
export function forMembers<Path extends Params, Asked extends Request = NextRequest>(
  role: Role,
  handle: (asked: AskedByMember<Path, Asked>) => Promise<Response>,
  refuse: Refuse<Asked> = refused,
): Guarded<{ params: Promise<Path> }, Asked> {
  const policy: Policy = { for: "member", role };
  const guarded = async (request: Asked, context: { params: Promise<Path> }) => {
    const params = await context.params;
    try {
      const { rt, user } = await requestContext(request.headers);
      const member = required(user);
      const admit = <T>(work: (ctx: Ctx) => T | Promise<T>, onlyReads: boolean) => {
        const admitted = async (ctx: Ctx) => {
          requireRole(ctx, role);
          return work(ctx);
        };
        return asMember(rt, member, params.workspace, admitted, { onlyReads });
      };
      const enter = <T>(work: (ctx: Ctx) => T | Promise<T>) => admit(work, request.method === "GET");
      const record = (action: AuditAction, act?: Act) => admit((ctx) => recordAct(ctx, action, act), false);
      const knock = async () => {
        const found = await membershipOf(rt.connection.db, member, params.workspace, rt.clock());
        requireRole({ actor: { kind: "member", userId: member.id, ...member, role: found.role } }, role);
        return JSON.stringify([found.workspaceId, found.sight]);
      };
      return await handle({ request, params, rt, user: member, enter, record, knock });
    } catch (error) {
      if (error instanceof DomainError && error.code === "FORBIDDEN")
        (await runtime()).log.warn(
          { path: new URL(request.url).pathname, because: error.message },
          "refused",
        );
      return refuse(error, request);
    }
  };
  return Object.assign(guarded, { policy });
}

/** 401 to nobody, and 404 to whoever may not see it or asks for what is not there: these look the same (RELIABILITY.md I6). */
function refused(error: unknown): Response {
  if (!(error instanceof DomainError)) throw error;
  return new Response(null, { status: error.code === "UNAUTHENTICATED" ? 401 : 404 });
}
