import { forMembers } from "#app/_security/guarded-route.ts";
import { readAttachment } from "#server/attachment/queries.ts";
import { isPicture } from "#server/attachment/rules.ts";
import { FindAttachment } from "#server/attachment/schema.ts";
import { downloadHeaders, sealed } from "../../_mail/download-headers.ts";

type Params = { workspace: string; caseId: string; fileId: string };

/** A file of a dialogue, to be saved; a picture that its mail shows, with `?shown`. */
export const GET = forMembers<Params>("viewer", async ({ request, params: { caseId, fileId }, enter }) => {
  const parsed = FindAttachment.safeParse({ caseId, attachmentId: fileId });
  if (!parsed.success) return new Response(null, { status: 404 });
  const shown = request.nextUrl.searchParams.has("shown");
  const { content, fileName, mediaType } = await enter((ctx) => readAttachment(ctx, parsed.data));
  return new Response(new Uint8Array(content), {
    headers:
      shown && isPicture(mediaType) ? { "content-type": mediaType, ...sealed } : downloadHeaders(fileName),
  });
});
