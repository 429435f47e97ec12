import { getTRPCErrorFromUnknown, initTRPC, TRPCError } from "@trpc/server";
import { ZodError, z } from "zod";
import type { Ctx, Role } from "#server/context.ts";
import { asMember, type Runtime, type SignedIn } from "#server/entry.ts";
import { DomainError, type ErrorCode, signedOut } from "#server/errors.ts";
import { sayToReader } from "#server/i18n/say-refusal.ts";
import type { LiveStreams } from "#server/live/streams.ts";
import { membershipOf } from "#server/memberships.ts";
import type { Policy } from "#server/policy.ts";
import { refusal } from "#server/refusal.ts";
import { refusalOf } from "#server/refused-input.ts";
import { currentRequestId } from "#server/request-id.ts";

/** What a request brings: who is signed in (or nobody), by which session, and what the process holds. */
export type RequestContext = {
  rt: Runtime;
  user: (SignedIn & { sessionId: string }) | null;
  live(): Promise<LiveStreams>;
};

const codes: Record<ErrorCode, TRPCError["code"]> = {
  NOT_FOUND: "NOT_FOUND",
  FORBIDDEN: "FORBIDDEN",
  UNAUTHENTICATED: "UNAUTHORIZED",
  CONFLICT: "CONFLICT",
  INVALID: "BAD_REQUEST",
  LIMIT_REACHED: "TOO_MANY_REQUESTS",
};

const t = initTRPC
  .context<RequestContext>()
  .meta<{ policy: Policy }>()
  .create({
    errorFormatter: ({ shape, error }) => ({
      message: publicMessage(error),
      code: shape.code,
      data: { code: shape.data.code, httpStatus: shape.data.httpStatus, ...fieldsOf(error.cause) },
    }),
  });

/** Composes procedures into a router. */
export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Turns the domain's errors into tRPC's; an error of ours is logged and says nothing of itself. */
const mapErrors = t.middleware(async ({ ctx, next, path, type }) => {
  const told = (error: unknown) => {
    const { cause, code } = getTRPCErrorFromUnknown(error);
    if (cause instanceof DomainError && cause.code === "FORBIDDEN")
      ctx.rt.log.warn({ path, userId: ctx.user?.id, because: cause.message }, "refused");
    if (cause instanceof DomainError)
      return new TRPCError({ code: codes[cause.code], message: cause.message, cause });
    if (code !== "INTERNAL_SERVER_ERROR") return error;
    ctx.rt.log.error({ path, err: cause }, "procedure failed");
    // Next shows an error's digest, and makes up one only where there is none.
    return error instanceof Error ? Object.assign(error, { digest: currentRequestId() ?? undefined }) : error;
  };
  const result = await next();
  if (!result.ok) throw told(result.error);
  if (type !== "subscription") return result;
  return { ...result, data: endingWith(result.data as AsyncIterable<unknown>, told) };
});

/** The same sequence; what it throws is turned into what `told` makes of it. */
async function* endingWith(sequence: AsyncIterable<unknown>, told: (error: unknown) => unknown) {
  try {
    yield* sequence;
  } catch (error) {
    throw told(error);
  }
}

/** The only way to a procedure: it says who may call it, and what is built on it sees to that. */
const declaring = (policy: Policy) => t.procedure.meta({ policy }).use(mapErrors);

/** For anybody, signed in or not; `because` says why. */
export const publicProcedure = (because: string) => declaring({ for: "anybody", because });

const signedIn = (policy: Policy) =>
  declaring(policy).use(({ ctx, next }) => {
    if (!ctx.user) throw signedOut();
    return next({ ctx: { ...ctx, user: ctx.user } });
  });

/** For anybody who is signed in, before a workspace is chosen. */
export const userProcedure = signedIn({ for: "user" });

const inThisWorkspace = z.object({ workspace: z.string().min(1).max(64) });

/**
 * For members of the workspace whose slug the input names, in `role` or a higher one. The procedure runs
 * in one transaction of that workspace, in which a query can write nothing; `ctx.svar` is what verbs take.
 */
export const memberProcedure = (role: Role) =>
  signedIn({ for: "member", role })
    .input(inThisWorkspace)
    .use(({ ctx, input, next, type }) => {
      const work = async (svar: Ctx) => {
        requireRole(svar, role);
        const result = await next({ ctx: { ...ctx, svar } });
        if (!result.ok) throw result.error;
        return result;
      };
      return asMember(ctx.rt, ctx.user, input.workspace, work, { onlyReads: type === "query" });
    });

/**
 * For members as long as they listen: it is seen that they are one, and no transaction is held. `ctx.workspaceId` is what
 * they may hear of; whether they still may is for the stream to look at.
 */
export const listenerProcedure = signedIn({ for: "member", role: "viewer" })
  .input(inThisWorkspace)
  .use(async ({ ctx, input, next }) => {
    const { workspaceId } = await membershipOf(
      ctx.rt.connection.db,
      ctx.user,
      input.workspace,
      ctx.rt.clock(),
    );
    return next({ ctx: { ...ctx, workspaceId } });
  });

const ranks: Record<Role, number> = { viewer: 0, agent: 1, manager: 2, admin: 3 };

/** @throws FORBIDDEN when the acting member's role is below `role`; a share link's reader has none at all. */
export function requireRole({ actor }: Pick<Ctx, "actor">, role: Role): void {
  const reader = actor.kind === "share-reader";
  if (reader || (actor.kind === "member" && ranks[actor.role] < ranks[role])) {
    throw new DomainError("FORBIDDEN", refusal("needsRole", { role }));
  }
}

function publicMessage(error: TRPCError): string {
  const { cause } = error;
  if (cause instanceof DomainError) return sayToReader(cause.refusal);
  if (cause instanceof ZodError) return sayToReader(refusalOf(cause.issues[0]!));
  return error.code === "INTERNAL_SERVER_ERROR" ? sayToReader(ours()) : error.message;
}

/** What is wrong is ours to find, by the number of the request. */
function ours() {
  const id = currentRequestId();
  return id ? refusal("oursById", { id }) : refusal("ours");
}

function fieldsOf(cause: unknown): { field?: string; fields?: { path: string; message: string }[] } {
  if (cause instanceof DomainError && cause.field) return { field: cause.field };
  if (!(cause instanceof ZodError)) return {};
  return {
    fields: cause.issues.map((issue) => ({
      path: issue.path.join("."),
      message: sayToReader(refusalOf(issue)),
    })),
  };
}
