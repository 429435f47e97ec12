import { orAway } from "#app/(public)/_respond/or-away.ts";
import { runtime } from "#server/entry.ts";
import { showAnswerPage } from "../../_answer/show.ts";
import { takeAnswer } from "../../_answer/take.ts";

type Link = { params: Promise<{ token: string; score: string }> };

/** What is no number from 0 to 10 chooses none: a link that was cut short still leads to the question. */
export async function GET(request: Request, { params }: Link): Promise<Response> {
  const { token, score } = await params;
  const chosen = /^(?:\d|10)$/.test(score) ? Number(score) : null;
  return orAway(runtime(), request, (rt) => showAnswerPage(rt, request, token, chosen));
}

/** A form that was sent to the address it was opened at counts as any other. */
export async function POST(request: Request, { params }: Link): Promise<Response> {
  const { token } = await params;
  return orAway(runtime(), request, (rt) => takeAnswer(rt, request, token));
}
