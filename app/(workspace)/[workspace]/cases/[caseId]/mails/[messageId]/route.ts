import { forMembers } from "#app/_security/guarded-route.ts";
import { readMailHtml } from "#server/attachment/queries.ts";
import { isPicture } from "#server/attachment/rules.ts";
import { FindMail } from "#server/attachment/schema.ts";
import { mailDocument, mailPolicy } from "#server/mail/html/document.ts";
import { mailWords } from "../../_mail/words.ts";

type Params = { workspace: string; caseId: string; messageId: string };

/** The HTML of a mail, cleaned, for its frame in the dialogue; with `?pictures` those from elsewhere are loaded. */
export const GET = forMembers<Params>(
  "viewer",
  async ({ request, params: { workspace, ...asked }, enter }) => {
    const parsed = FindMail.safeParse(asked);
    if (!parsed.success) return new Response(null, { status: 404 });
    const remote = request.nextUrl.searchParams.has("pictures");
    const { html, from, files } = await enter((ctx) => readMailHtml(ctx, parsed.data));
    const fileUrl = (contentId: string) => {
      const file = files.find((one) => one.contentId === contentId && isPicture(one.mediaType));
      return file ? `/${workspace}/cases/${asked.caseId}/files/${file.id}?shown` : null;
    };
    const t = mailWords();
    const words = { title: t("frame", { name: from }), showQuoted: t("showQuoted") };
    const document = mailDocument({ html, pictures: { remote, fileUrl }, language: null, words });
    return new Response(document, {
      headers: {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": mailPolicy({ remote }),
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store",
      },
    });
  },
);
