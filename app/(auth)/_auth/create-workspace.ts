import type { TRPCClient } from "@trpc/client";
import { TRPCClientError } from "@trpc/client";
import { type Problem, problemsOf } from "#app/_form/problems.ts";
import type { AppRouter } from "#server/router.ts";

/** Makes a workspace for whoever is signed in and opens its set-up page. Returns what stopped it. */
export async function createWorkspace(
  client: TRPCClient<AppRouter>,
  company: string,
  unreachable: string,
): Promise<Problem[]> {
  try {
    const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const { slug } = await client.workspace.create.mutate({ name: company, timezone });
    location.assign(`/${slug}/welcome`);
    return [];
  } catch (error) {
    const refusal = error instanceof TRPCClientError ? error : { message: unreachable };
    return problemsOf(refusal, unreachable).map((problem) =>
      problem.fieldId === "name" ? { ...problem, fieldId: "company" } : problem,
    );
  }
}
