import { wishIn } from "#app/(public)/_pages/contact-fields.ts";
import type { AnswerProblem } from "#app/(public)/_pages/problems.ts";
import { gone } from "#app/(public)/_respond/gone.ts";
import { limitAddress } from "#app/(public)/_respond/limit.ts";
import { respondentHeaders } from "#app/(public)/_respond/page-response.ts";
import { problemsOf, typedIn } from "#app/(public)/_respond/typed.ts";
import { type Runtime, withTokenAtOnce } from "#server/entry.ts";
import { type Recorded, recordResponse } from "#server/response/record.ts";
import { isNonce } from "#server/response/rules.ts";
import { RecordResponse } from "#server/response/schema.ts";
import { readForm } from "./read-form.ts";
import { showAnswerPage } from "./show.ts";

/**
 * Takes the answer that a person sent from the page, and leads to the thanks with a redirect, so that going
 * back or reloading sends nothing again. What cannot be taken comes back as it was typed, with the reason.
 */
export async function takeAnswer(rt: Runtime, request: Request, token: string): Promise<Response> {
  if (!rt.tokens.open("answer", token)) return gone(request);
  const form = await readForm(request);
  const again = (status: number, ...problems: AnswerProblem[]) =>
    showAnswerPage(rt, request, token, null, { ...typedIn(form), contact: wishIn(form), problems, status });
  if (!form) return again(413, "commentTooLong");

  const answer = RecordResponse.safeParse({
    score: form.get("score"),
    comment: form.get("comment") ?? undefined,
    drivers: form.getAll("driver"),
    contact: wishIn(form),
  });
  const fromPage = isNonce(rt.tokens, token, form.get("nonce") ?? "", rt.clock());
  if (!answer.success) return again(422, ...problemsOf(answer.error.issues));
  if (!fromPage) {
    const wait = await limitAddress(rt, request, "unshown-page");
    return wait > 0 ? again(429, "tooMany") : again(422, "pageTooOld");
  }

  const recorded = await record(rt, token, answer.data);
  if (recorded === "failed") return again(503, "tryAgain");
  if (recorded?.outcome === "changed_too_often") return again(429, "tooMany");
  if (!recorded || recorded.outcome === "unknown" || recorded.outcome === "expired") return gone(request);
  return new Response(null, {
    status: 303,
    headers: { ...respondentHeaders, Location: `/r/${token}/thanks` },
  });
}

async function record(
  rt: Runtime,
  token: string,
  answer: RecordResponse,
): Promise<Recorded | "failed" | null> {
  try {
    return await withTokenAtOnce(rt, "answer", token, (at, invitationNumber) =>
      recordResponse(at, { ...answer, invitationNumber }),
    );
  } catch (error) {
    rt.log.error({ err: error }, "answer not recorded");
    return "failed";
  }
}
