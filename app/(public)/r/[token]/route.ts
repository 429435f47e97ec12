import { orAway } from "#app/(public)/_respond/or-away.ts";
import { runtime } from "#server/entry.ts";
import { showAnswerPage } from "../_answer/show.ts";
import { takeAnswer } from "../_answer/take.ts";

type Link = { params: Promise<{ token: string }> };

export async function GET(request: Request, { params }: Link): Promise<Response> {
  const { token } = await params;
  return orAway(runtime(), request, (rt) => showAnswerPage(rt, request, token, null));
}

export async function POST(request: Request, { params }: Link): Promise<Response> {
  const { token } = await params;
  return orAway(runtime(), request, (rt) => takeAnswer(rt, request, token));
}
