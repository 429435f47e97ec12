import { type TRPCClient, TRPCClientError } from "@trpc/client";
import { type Problem, problemsOf } from "#app/_form/problems.ts";
import type { AppRouter } from "#server/router.ts";

/** Joins with the invitation behind `token` and opens the workspace. Returns what stopped it. */
export async function acceptInvitation(
  client: TRPCClient<AppRouter>,
  token: string,
  words: { unreachable: string; joinGoneText: string },
): Promise<Problem[]> {
  try {
    const accepted = await client.workspace.acceptInvitation.mutate({ token });
    if (accepted.outcome !== "accepted") return [{ message: words.joinGoneText }];
    location.assign(`/${accepted.slug}`);
    return [];
  } catch (error) {
    return problemsOf(error instanceof TRPCClientError ? error : { message: "" }, words.unreachable);
  }
}
