import { pageContext, read } from "#app/_trpc/server.ts";
import { drawPreview, PreviewWish } from "./draw-preview.ts";

type Context = { params: Promise<{ workspace: string; surveyId: string }> };

const mostBytes = 100_000;

/** Draws what the survey editor shows; changes nothing. Members of the workspace only. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { workspace, surveyId } = await params;
  const survey = await read((api) => api.survey.get({ workspace, surveyId }));
  const body = await request.text();
  const wish = body.length <= mostBytes ? PreviewWish.safeParse(parsed(body)) : null;
  if (!wish?.success) return Response.json({ error: "This cannot be drawn." }, { status: 400 });
  const { user, rt } = await pageContext();
  const company = { ...survey, senderName: user?.name ?? survey.companyName };
  return Response.json(await drawPreview(company, wish.data, rt.clock()));
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
