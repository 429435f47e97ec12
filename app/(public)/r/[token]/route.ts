import { runtime } from "#server/entry.ts";
import { showAnswerPage } from "../_answer/show.ts";
import { takeAnswer } from "../_answer/take.ts";

type Link = { params: Promise<{ token: string }> };

export async function GET(request: Request, { params }: Link): Promise<Response> {
  const { token } = await params;
  return showAnswerPage(await runtime(), request, token, null);
}

export async function POST(request: Request, { params }: Link): Promise<Response> {
  const { token } = await params;
  return takeAnswer(await runtime(), request, token);
}
