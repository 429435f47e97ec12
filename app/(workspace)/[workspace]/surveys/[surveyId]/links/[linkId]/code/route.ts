import QRCode from "qrcode";
import { z } from "zod";
import { forMembers } from "#app/_security/guarded-route.ts";
import { getSurveyLink } from "#server/survey-link/queries.ts";

type Params = { workspace: string; surveyId: string; linkId: string };

/** Of ISO/IEC 18004: the quiet zone is four modules; M makes up for 15 % of the code that is dirty or torn. */
const look = { margin: 4, errorCorrectionLevel: "M" } as const;
const pngPixels = 1024;

/** The QR code of a link as a file, `?as=svg` or `?as=png`. */
export const GET = forMembers<Params>("viewer", async ({ request, params: { linkId }, enter }) => {
  if (!z.uuid().safeParse(linkId).success) return new Response(null, { status: 404 });
  const { url, name } = await enter((ctx) => getSurveyLink(ctx, { linkId }));
  const isPng = request.nextUrl.searchParams.get("as") === "png";
  const file = isPng
    ? new Uint8Array(await QRCode.toBuffer(url, { ...look, width: pngPixels }))
    : await QRCode.toString(url, { ...look, type: "svg" });
  return new Response(file, {
    headers: {
      "Content-Type": isPng ? "image/png" : "image/svg+xml",
      "Content-Disposition": `inline; filename="${fileName(name)}.${isPng ? "png" : "svg"}"`,
      "Content-Security-Policy": "default-src 'none'",
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
});

const fileName = (name: string) =>
  name
    .replace(/[^a-z0-9]+/gi, "-")
    .replace(/^-|-$/g, "")
    .toLowerCase() || "qr";
