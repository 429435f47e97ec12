import { runtime } from "#server/entry.ts";
import { showOptOut, takeOptOut } from "../_opt-out/opt-out.ts";

type Link = { params: Promise<{ token: string }> };

export async function GET(request: Request, { params }: Link): Promise<Response> {
  const { token } = await params;
  return showOptOut(await runtime(), request, token);
}

export async function POST(request: Request, { params }: Link): Promise<Response> {
  const { token } = await params;
  return takeOptOut(await runtime(), request, token);
}
