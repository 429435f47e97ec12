import QRCode from "qrcode";
import { z } from "zod";
import { read } from "#app/_trpc/server.ts";

type Context = { params: Promise<{ workspace: string; surveyId: string; linkId: string }> };

/** Of ISO/IEC 18004: the quiet zone is four modules; M makes up for 15 % of the code that is dirty or torn. */
const look = { margin: 4, errorCorrectionLevel: "M" } as const;
const pngPixels = 1024;

/** The QR code of a link as a file, `?as=svg` or `?as=png`. Members of the workspace only. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { workspace, linkId } = await params;
  if (!z.uuid().safeParse(linkId).success) return new Response(null, { status: 404 });
  const { url, name } = await read((api) => api.surveyLink.get({ workspace, linkId }));
  const isPng = new URL(request.url).searchParams.get("as") === "png";
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
}

const fileName = (name: string) =>
  name
    .replace(/[^a-z0-9]+/gi, "-")
    .replace(/^-|-$/g, "")
    .toLowerCase() || "qr";
