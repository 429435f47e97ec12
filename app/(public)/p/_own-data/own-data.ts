import { erasedPage, ownDataPage } from "#app/(public)/_pages/own-data-page.ts";
import { gone } from "#app/(public)/_respond/gone.ts";
import { pageResponse, respondentHeaders } from "#app/(public)/_respond/page-response.ts";
import { readForm } from "#app/(public)/r/_answer/read-form.ts";
import { recordAct } from "#server/audit/record.ts";
import type { Ctx } from "#server/context.ts";
import { type Runtime, withToken } from "#server/entry.ts";
import { pickLocale, voiceOf } from "#server/i18n/locales.ts";
import { type DataProtection, getDataProtection } from "#server/legal/queries.ts";
import { erasePerson } from "#server/own-data/erase.ts";
import { gatherOwnData, type OwnData } from "#server/own-data/gather.ts";
import { findOwnDataRequest, type OwnDataRequest } from "#server/own-data/queries.ts";

/** The page behind the mail's link: what is kept, and buttons, since opening a link decides nothing. */
export async function showOwnData(rt: Runtime, request: Request, token: string): Promise<Response> {
  return page(rt, request, token, false);
}

/** Everything that is kept, as a JSON file. */
export async function sendAllOwnData(rt: Runtime, request: Request, token: string): Promise<Response> {
  const found = await find(rt, token, async (ctx, id) => recordAct(ctx, "privacy.own_data_exported", { id }));
  if (!found) return gone(request);
  const { person, ...data } = found.data;
  const about = { company: found.request.companyName, dataProtection: found.contact, writtenAt: rt.clock() };
  const file = { ...about, person, ...data };
  return new Response(JSON.stringify(file, null, 2), {
    headers: {
      ...respondentHeaders,
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": 'attachment; filename="data.json"',
    },
  });
}

/** Erases whom the link names, when the box was ticked. Answered with the page itself: the link leads nowhere from now on. */
export async function takeErasure(rt: Runtime, request: Request, token: string): Promise<Response> {
  if (!rt.tokens.open("own-data", token)) return gone(request);
  if ((await readForm(request))?.get("sure") !== "yes") return page(rt, request, token, true);
  const erased = await withToken(rt, "own-data", token, async (ctx, number) => {
    const asked = await findOwnDataRequest(ctx, { number });
    if (asked) await erasePerson(ctx, asked.contactId);
    return asked;
  });
  if (!erased) return gone(request);
  return pageResponse(200, (nonce) => erasedPage({ ...addressed(erased), nonce }));
}

async function page(rt: Runtime, request: Request, token: string, unsure: boolean): Promise<Response> {
  const found = await find(rt, token);
  if (!found) return gone(request);
  const { answers, mails, dialogue } = found.data;
  return pageResponse(unsure ? 422 : 200, (nonce) =>
    ownDataPage({
      ...addressed(found.request),
      nonce,
      unsure,
      person: found.request,
      contact: found.contact,
      counts: { answers: answers.length, mails: mails.length, messages: dialogue.length },
      dataUrl: `/p/${token}/data`,
      action: `/p/${token}`,
    }),
  );
}

function find(
  rt: Runtime,
  token: string,
  note?: (ctx: Ctx, contactId: string) => Promise<void>,
): Promise<{ request: OwnDataRequest; data: OwnData; contact: DataProtection } | null> {
  return withToken(rt, "own-data", token, async (ctx, number) => {
    const request = await findOwnDataRequest(ctx, { number });
    if (!request) return null;
    await note?.(ctx, request.contactId);
    const data = await gatherOwnData(ctx, request.contactId);
    return { request, data, contact: await getDataProtection(ctx) };
  });
}

const addressed = ({ locale, tone, companyName }: OwnDataRequest) => ({
  locale: voiceOf(pickLocale(locale, "en"), tone),
  companyName,
});
