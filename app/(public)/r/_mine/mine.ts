import { randomUUID } from "node:crypto";
import { wishIn } from "#app/(public)/_pages/contact-fields.ts";
import { type MineView, minePage } from "#app/(public)/_pages/mine-page.ts";
import type { AnswerProblem } from "#app/(public)/_pages/problems.ts";
import { gone } from "#app/(public)/_respond/gone.ts";
import { pageResponse, respondentHeaders } from "#app/(public)/_respond/page-response.ts";
import { findPage } from "#app/(public)/r/_answer/find-page.ts";
import { readForm } from "#app/(public)/r/_answer/read-form.ts";
import { showAnswerPage } from "#app/(public)/r/_answer/show.ts";
import { goneOrQuote } from "#app/(public)/r/_quote/late.ts";
import { quoteViewOf } from "#app/(public)/r/_quote/quote-view.ts";
import { findNextStep } from "#server/case/find-next-step.ts";
import { type Runtime, withToken } from "#server/entry.ts";
import { languageOf } from "#server/i18n/locales.ts";
import { requestOwnData } from "#server/own-data/request.ts";
import { findOwnAnswer } from "#server/response/find-own.ts";
import { findAddressed } from "#server/response/opt-out.ts";
import { recordResponse } from "#server/response/record.ts";
import { isNonce, makeNonce } from "#server/response/rules.ts";
import { ContactWish } from "#server/response/schema.ts";
import { withdrawResponse } from "#server/response/withdraw.ts";

type Returned = {
  status: number;
  contact?: MineView["contact"];
  problems?: AnswerProblem[];
  linkSent?: boolean;
};

/** The customer's own page behind the mail's link. Nothing is written. Whoever has not answered yet is shown the question. */
export async function showMine(
  rt: Runtime,
  request: Request,
  token: string,
  returned?: Returned,
): Promise<Response> {
  const found = await findPage(rt, token);
  const target = rt.tokens.open("answer", token);
  if (!target) return gone(request);
  if (!found) return goneOrQuote(rt, request, token, returned);
  const known = await withToken(rt, "answer", token, async (ctx, number) => ({
    answer: await findOwnAnswer(ctx, number),
    next: await findNextStep(ctx, number),
    addressed: await findAddressed(ctx, number),
  }));
  if (!known?.answer) return showAnswerPage(rt, request, token, null);
  const { answer, next, addressed } = known;
  const { quotable, asksToQuote: asked } = answer;
  return pageResponse(returned?.status ?? 200, (nonce) =>
    minePage(found.template.survey, {
      nonce,
      answer,
      next,
      quote: quoteViewOf(rt, token, "mine", { quotable, asked, withWords: false }),
      contact: returned?.contact ?? { phone: "", ...answer.contact },
      problems: returned?.problems,
      linkSent: returned?.linkSent,
      action: `/r/${token}/mine`,
      hidden: { nonce: makeNonce(rt.tokens, token, rt.clock(), randomUUID()) },
      change: { url: `/r/${token}`, until: found.asked.expiresAt },
      optOut: { url: `/u/${rt.tokens.seal("opt-out", target)}`, stopped: addressed?.stopped ?? null },
      dataUrl: `/r/${token}/mine/data`,
    }),
  );
}

/** Takes how the customer wishes to be contacted about the answer, or takes the answer back, and shows the page again. */
export async function takeMine(rt: Runtime, request: Request, token: string): Promise<Response> {
  if (!rt.tokens.open("answer", token)) return gone(request);
  const form = await readForm(request);
  const contact = wishIn(form);
  const again = (problem: AnswerProblem) =>
    showMine(rt, request, token, { status: 422, contact, problems: [problem] });
  const wish = ContactWish.safeParse(contact);
  const withdraws = form?.get("withdraw") === "yes";
  const wantsAll = form?.get("everything") === "yes";
  if (!withdraws && !wantsAll && !wish.success) return again("phoneMissing");
  if (!isNonce(rt.tokens, token, form?.get("nonce") ?? "", rt.clock())) return again("pageTooOld");
  if (wantsAll) {
    const sent = await withToken(rt, "answer", token, requestOwnData);
    return sent ? showMine(rt, request, token, { status: 200, linkSent: true }) : gone(request);
  }
  if (withdraws) {
    const done = await withToken(rt, "answer", token, withdrawResponse);
    return done ? backToMine(token) : gone(request);
  }
  const recorded = await withToken(rt, "answer", token, async (ctx, invitationNumber) => {
    const answer = await findOwnAnswer(ctx, invitationNumber);
    if (!answer || answer.withdrawnAt) return null;
    const { score, comment } = answer;
    return recordResponse(ctx, { invitationNumber, score, comment: comment ?? "", contact: wish.data });
  });
  if (recorded?.outcome === "changed_too_often") return again("tooMany");
  if (recorded?.outcome === "unknown" || recorded?.outcome === "expired") return gone(request);
  return backToMine(token);
}

const backToMine = (token: string) =>
  new Response(null, {
    status: 303,
    headers: { ...respondentHeaders, Location: `/r/${token}/mine` },
  });

/** The answer with its earlier versions as a JSON file. Of the contact only what the mail itself says. */
export async function sendOwnData(rt: Runtime, request: Request, token: string): Promise<Response> {
  const found = await findPage(rt, token);
  if (!found) return gone(request);
  const answer = await withToken(rt, "answer", token, findOwnAnswer);
  if (!answer) return gone(request);
  const { companyName: company, texts, locale } = found.template.survey;
  const { asked, versions, quotable, asksToQuote: _, ...now } = answer;
  const data = {
    company,
    question: texts.question,
    language: languageOf(locale),
    asked,
    answer: now,
    earlier: versions,
    mayBeQuoted: quotable?.standing ?? null,
  };
  return new Response(`${JSON.stringify(data, null, 2)}\n`, {
    headers: {
      ...respondentHeaders,
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": 'attachment; filename="svar.json"',
    },
  });
}
