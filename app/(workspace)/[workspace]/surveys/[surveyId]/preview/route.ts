import { z } from "zod";
import { forMembers } from "#app/_security/guarded-route.ts";
import { readBody } from "#app/_security/read-body.ts";
import { getSurvey } from "#server/survey/queries.ts";
import { drawPreview, PreviewWish } from "./draw-preview.ts";

type Params = { workspace: string; surveyId: string };

const mostBytes = 100_000;

/** Draws what the survey editor shows; changes nothing. */
export const POST = forMembers<Params>("viewer", async ({ request, params, user, rt, enter }) => {
  const { surveyId } = params;
  if (!z.uuid().safeParse(surveyId).success) return new Response(null, { status: 404 });
  const survey = await enter((ctx) => getSurvey(ctx, { surveyId }));
  const body = await readBody(request, mostBytes);
  const wish = body && PreviewWish.safeParse(parsed(new TextDecoder().decode(body)));
  if (!wish?.success) return Response.json({ error: "This cannot be drawn." }, { status: 400 });
  return Response.json(await drawPreview({ ...survey, senderName: user.name }, wish.data, rt.clock()));
});

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
