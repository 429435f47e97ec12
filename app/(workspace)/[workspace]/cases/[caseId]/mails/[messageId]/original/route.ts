import { forMembers } from "#app/_security/guarded-route.ts";
import { readOriginal } from "#server/attachment/queries.ts";
import { FindMail } from "#server/attachment/schema.ts";
import { downloadHeaders } from "../../../_mail/download-headers.ts";
import { mailWords } from "../../../_mail/words.ts";

type Params = { workspace: string; caseId: string; messageId: string };

/** A mail exactly as it came, as a file. */
export const GET = forMembers<Params>("viewer", async ({ params, enter }) => {
  const parsed = FindMail.safeParse(params);
  if (!parsed.success) return new Response(null, { status: 404 });
  const raw = await enter((ctx) => readOriginal(ctx, parsed.data));
  return new Response(new Uint8Array(raw), { headers: downloadHeaders(mailWords()("originalFile")) });
});
