import { forAnybody } from "#app/_security/guarded-route.ts";
import { knockAtShare } from "#app/(public)/_share/open-share.ts";
import { runtime } from "#server/entry.ts";
import { readerOf } from "../_page/reader.ts";

type Context = RouteContext<"/share/[token]/alive">;

/** Whether a shared dashboard can be read just now: 204, or 401 where its password is wanted, or 404. */
export const GET = forAnybody("it is for whoever holds a share link", async (_, { params }: Context) => {
  const { token } = await params;
  const found = await knockAtShare(await runtime(), await readerOf(token));
  return new Response(null, { status: found === "open" ? 204 : found === "locked" ? 401 : 404 });
});
