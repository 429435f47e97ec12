import { respondentHeaders } from "#app/(public)/_respond/page-response.ts";
import { type Runtime, withTokenAtOnce } from "#server/entry.ts";
import { noteSeen } from "#server/evidence/note-seen.ts";
import { NoteSeen } from "#server/evidence/schema.ts";
import { isNonce } from "#server/response/rules.ts";
import { readForm } from "./read-form.ts";

/**
 * Takes down that a link was opened, for the evidence of an answer that is never sent.
 *
 * @param score what the link asks for, or null for the decoy
 */
export async function noteOpened(rt: Runtime, token: string, score: number | null): Promise<void> {
  await withTokenAtOnce(rt, "answer", token, async ({ workspaceId, now }, invitationNumber) =>
    rt.opened.add({ workspaceId, invitationNumber, score, at: now }),
  );
}

/** Takes what the page's script saw of a person. Says the same whatever comes of it. */
export async function takeSeen(rt: Runtime, request: Request, token: string): Promise<Response> {
  const form = await readForm(request);
  const seen = NoteSeen.safeParse({ score: form?.get("score"), visible: form?.get("visible") });
  const now = rt.clock();
  if (seen.success && isNonce(rt.tokens, token, form?.get("nonce") ?? "", now)) {
    await withTokenAtOnce(rt, "answer", token, (at, invitationNumber) =>
      noteSeen(at, { ...seen.data, invitationNumber }),
    );
  }
  return new Response(null, { status: 204, headers: respondentHeaders });
}
