import { randomUUID } from "node:crypto";
import { answerPage } from "#app/(public)/_pages/answer-page.ts";
import { oncePage } from "#app/(public)/_pages/once-page.ts";
import type { AnswerProblem } from "#app/(public)/_pages/problems.ts";
import { gone } from "#app/(public)/_respond/gone.ts";
import { pageResponse } from "#app/(public)/_respond/page-response.ts";
import type { Runtime } from "#server/entry.ts";
import { makeNonce } from "#server/response/rules.ts";
import { findLinkPage } from "./find-page.ts";
import { hasAnswered } from "./once.ts";

export type Returned = {
  score: number | null;
  comment: string;
  drivers: string[];
  problems: AnswerProblem[];
  status: number;
};

/** The page of a link for everybody. Nothing is written. Where each browser may answer once, one that has is told so. */
export async function showLinkPage(
  rt: Runtime,
  request: Request,
  token: string,
  returned?: Returned,
): Promise<Response> {
  const found = await findLinkPage(rt, request, token);
  if (!found) return gone(request);
  const { link, template } = found;
  if (link.once && hasAnswered(request, token)) {
    return pageResponse(200, (nonce) => oncePage({ ...template.survey, nonce }));
  }
  return pageResponse(returned?.status ?? 200, (nonce) =>
    answerPage(template, {
      nonce,
      action: `/s/${token}`,
      hidden: { nonce: makeNonce(rt.tokens, token, rt.clock(), randomUUID()) },
      score: returned?.score ?? null,
      comment: returned?.comment ?? "",
      drivers: returned?.drivers,
      contact: null,
      problems: returned?.problems ?? [],
    }),
  );
}
