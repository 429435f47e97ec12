import { knockAtShare } from "#app/(public)/_share/open-share.ts";
import { runtime } from "#server/entry.ts";
import { readerOf } from "../_page/reader.ts";

/** Whether a shared dashboard can be read just now: 204, or 401 where its password is wanted, or 404. */
export async function GET(_: Request, { params }: RouteContext<"/share/[token]/alive">) {
  const { token } = await params;
  const found = await knockAtShare(await runtime(), await readerOf(token));
  return new Response(null, { status: found === "open" ? 204 : found === "locked" ? 401 : 404 });
}
