import { randomUUID } from "node:crypto";
import { checkPage, checkThanksPage } from "#app/(public)/_pages/check-page.ts";
import type { AnswerProblem } from "#app/(public)/_pages/problems.ts";
import { gone } from "#app/(public)/_respond/gone.ts";
import { limitAddress } from "#app/(public)/_respond/limit.ts";
import { pageResponse, respondentHeaders } from "#app/(public)/_respond/page-response.ts";
import { readForm } from "#app/(public)/r/_answer/read-form.ts";
import { takeCheckAnswer } from "#server/case/take-check-answer.ts";
import { type Runtime, withToken } from "#server/entry.ts";
import { pickLocale, voiceOf } from "#server/i18n/locales.ts";
import { type AskedCheck, findCheck } from "#server/recovery/find-check.ts";
import type { RecoveryAnswer } from "#server/recovery/rules.ts";
import { RecordRecovery, recoveryAnswerWords } from "#server/recovery/schema.ts";
import { isNonce, makeNonce } from "#server/response/rules.ts";

type Returned = { answer: string; comment: string; problems: AnswerProblem[]; status: number };

/**
 * The page behind the links of a recovery check, with the answer of the link chosen; one that none of the three is
 * chooses none. Nothing is written: whoever opens a link has not answered yet (RELIABILITY.md 2.1).
 */
export async function showCheck(
  rt: Runtime,
  request: Request,
  token: string,
  chosen: string | null,
  returned?: Returned,
): Promise<Response> {
  const check = await find(rt, token);
  if (!check) return gone(request);
  const { answered, closedAt, invitationNumber, workspaceKey } = check;
  return pageResponse(returned?.status ?? 200, (nonce) =>
    checkPage({
      ...shared(check, nonce),
      closedAt,
      action: `/c/${token}`,
      hidden: { nonce: makeNonce(rt.tokens, token, rt.clock(), randomUUID()) },
      answer: returned ? answerOf(returned.answer) : (answerOf(chosen) ?? answered?.answer ?? null),
      comment: returned?.comment ?? answered?.comment ?? "",
      earlier: answered,
      problems: returned?.problems,
      optOutUrl:
        invitationNumber === null
          ? null
          : `/u/${rt.tokens.seal("opt-out", { workspaceKey, number: invitationNumber })}`,
    }),
  );
}

/**
 * Takes what a person sent from the page, and leads to the thanks with a redirect. What cannot be taken comes back as
 * it was typed, with the reason.
 */
export async function takeCheck(rt: Runtime, request: Request, token: string): Promise<Response> {
  if (!rt.tokens.open("recovery-check", token)) return gone(request);
  const form = await readForm(request);
  const typed = { answer: form?.get("answer") ?? "", comment: form?.get("comment") ?? "" };
  const again = (status: number, ...problems: AnswerProblem[]) =>
    showCheck(rt, request, token, null, { ...typed, problems, status });
  if (!form) return again(413, "commentTooLong");

  const given = RecordRecovery.safeParse({ ...typed });
  if (!given.success) return again(422, ...problemsOf(given.error.issues));
  if (!isNonce(rt.tokens, token, form.get("nonce") ?? "", rt.clock())) {
    const wait = await limitAddress(rt, request, "unshown-page");
    return wait > 0 ? again(429, "tooMany") : again(422, "pageTooOld");
  }
  const outcome = await withToken(rt, "recovery-check", token, (ctx, number) =>
    takeCheckAnswer(ctx, number, given.data),
  ).catch((error: unknown) => {
    rt.log.error({ err: error }, "recovery answer not recorded");
    return "failed" as const;
  });
  if (outcome === "failed") return again(503, "tryAgain");
  if (outcome === "changed_too_often") return again(429, "tooMany");
  if (outcome === null || outcome === "gone") return gone(request);
  return new Response(null, {
    status: 303,
    headers: { ...respondentHeaders, Location: `/c/${token}/thanks` },
  });
}

/** The thanks, as often as it is opened; whoever has not answered yet is shown the question. */
export async function showCheckThanks(rt: Runtime, request: Request, token: string): Promise<Response> {
  const check = await find(rt, token);
  if (!check) return gone(request);
  const { answered, assignee, expiresAt } = check;
  if (!answered) return showCheck(rt, request, token, null);
  return pageResponse(200, (nonce) =>
    checkThanksPage({
      ...shared(check, nonce),
      answer: answered.answer,
      who: assignee,
      change: { url: `/c/${token}`, until: expiresAt },
    }),
  );
}

const find = (rt: Runtime, token: string): Promise<AskedCheck | null> =>
  withToken(rt, "recovery-check", token, (ctx, number) => findCheck(ctx, { number }));

const shared = ({ companyName, timezone, locale, tone }: AskedCheck, nonce: string) => ({
  companyName,
  timeZone: timezone,
  locale: voiceOf(pickLocale(locale, "en"), tone),
  nonce,
});

const answerOf = (text: string | null): RecoveryAnswer | null =>
  recoveryAnswerWords.find((answer) => answer === text) ?? null;

function problemsOf(issues: { path: PropertyKey[] }[]): AnswerProblem[] {
  const wrong = new Set(issues.map(({ path }) => path[0]));
  return [
    ...(wrong.has("answer") ? (["answerMissing"] as const) : []),
    ...(wrong.has("comment") ? (["commentTooLong"] as const) : []),
  ];
}
