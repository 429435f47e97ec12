import { readOriginal } from "#server/attachment/queries.ts";
import { FindMail } from "#server/attachment/schema.ts";
import { answerMember, downloadHeaders } from "../../../_mail/asked.ts";
import { mailWords } from "../../../_mail/words.ts";

type Context = { params: Promise<{ workspace: string; caseId: string; messageId: string }> };

/** A mail exactly as it came, as a file. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { workspace, ...asked } = await params;
  const parsed = FindMail.safeParse(asked);
  if (!parsed.success) return new Response(null, { status: 404 });
  return answerMember(
    request,
    workspace,
    (ctx) => readOriginal(ctx, parsed.data),
    (raw) => new Response(new Uint8Array(raw), { headers: downloadHeaders(mailWords()("originalFile")) }),
  );
}
