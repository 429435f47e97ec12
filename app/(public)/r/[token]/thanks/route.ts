import { orAway } from "#app/(public)/_respond/or-away.ts";
import { runtime } from "#server/entry.ts";
import { showThanks } from "../../_answer/thank.ts";

type Link = { params: Promise<{ token: string }> };

export async function GET(request: Request, { params }: Link): Promise<Response> {
  const { token } = await params;
  return orAway(runtime(), request, (rt) => showThanks(rt, request, token));
}
