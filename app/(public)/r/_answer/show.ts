import { randomUUID } from "node:crypto";
import { answerPage } from "#app/(public)/_pages/answer-page.ts";
import type { TypedWish } from "#app/(public)/_pages/contact-fields.ts";
import type { AnswerProblem } from "#app/(public)/_pages/problems.ts";
import { pageResponse } from "#app/(public)/_respond/page-response.ts";
import { goneOrQuote } from "#app/(public)/r/_quote/late.ts";
import type { Runtime } from "#server/entry.ts";
import { makeNonce } from "#server/response/rules.ts";
import { findPage } from "./find-page.ts";

/** What a form that came back had in it, and why it was not taken. */
export type Returned = {
  score: number | null;
  comment: string;
  drivers: string[];
  contact: TypedWish;
  problems: AnswerProblem[];
  status: number;
};

/**
 * The answer page behind a link, with the score of the link chosen. Nothing is written: whoever opens a link
 * has not answered yet (RELIABILITY.md 2.1).
 */
export async function showAnswerPage(
  rt: Runtime,
  request: Request,
  token: string,
  chosen: number | null,
  returned?: Returned,
): Promise<Response> {
  const found = await findPage(rt, token);
  if (!found) return goneOrQuote(rt, request, token);
  const { answered } = found.asked;
  return pageResponse(returned?.status ?? 200, (nonce) =>
    answerPage(found.template, {
      nonce,
      action: `/r/${token}`,
      hidden: { nonce: makeNonce(rt.tokens, token, rt.clock(), randomUUID()) },
      score: returned ? returned.score : (chosen ?? answered?.score ?? null),
      comment: returned?.comment ?? answered?.comment ?? "",
      drivers: returned?.drivers ?? answered?.drivers,
      contact: returned?.contact ?? (answered ? { phone: "", ...answered.contact } : undefined),
      earlier: answered,
      problems: returned?.problems ?? [],
      mineUrl: answered && `/r/${token}/mine`,
      optOutUrl: optOutPath(rt, token),
    }),
  );
}

/** The opt-out link of whoever has this answer link. */
function optOutPath(rt: Runtime, token: string): string | null {
  const target = rt.tokens.open("answer", token);
  return target && `/u/${rt.tokens.seal("opt-out", target)}`;
}
