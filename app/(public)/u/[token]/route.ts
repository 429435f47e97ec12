import { orAway } from "#app/(public)/_respond/or-away.ts";
import { runtime } from "#server/entry.ts";
import { showOptOut, takeOptOut } from "../_opt-out/opt-out.ts";

type Link = { params: Promise<{ token: string }> };

export async function GET(request: Request, { params }: Link): Promise<Response> {
  const { token } = await params;
  return orAway(runtime(), request, (rt) => showOptOut(rt, request, token));
}

export async function POST(request: Request, { params }: Link): Promise<Response> {
  const { token } = await params;
  return orAway(runtime(), request, (rt) => takeOptOut(rt, request, token));
}
