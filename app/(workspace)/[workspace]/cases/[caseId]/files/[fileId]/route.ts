import { readAttachment } from "#server/attachment/queries.ts";
import { isPicture } from "#server/attachment/rules.ts";
import { FindAttachment } from "#server/attachment/schema.ts";
import { answerMember, downloadHeaders, sealed } from "../../_mail/asked.ts";

type Context = { params: Promise<{ workspace: string; caseId: string; fileId: string }> };

/** A file of a dialogue, to be saved; a picture that its mail shows, with `?shown`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { workspace, caseId, fileId } = await params;
  const parsed = FindAttachment.safeParse({ caseId, attachmentId: fileId });
  if (!parsed.success) return new Response(null, { status: 404 });
  const shown = new URL(request.url).searchParams.has("shown");
  return answerMember(
    request,
    workspace,
    (ctx) => readAttachment(ctx, parsed.data),
    ({ content, fileName, mediaType }) =>
      new Response(new Uint8Array(content), {
        headers:
          shown && isPicture(mediaType)
            ? { "content-type": mediaType, ...sealed }
            : downloadHeaders(fileName),
      }),
  );
}
