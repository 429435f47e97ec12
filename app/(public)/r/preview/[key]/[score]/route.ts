import { runtime } from "#server/entry.ts";
import { scoreOf, showPreview } from "../../_preview/preview.ts";

type Link = { params: Promise<{ key: string; score: string }> };

export async function GET(request: Request, { params }: Link): Promise<Response> {
  const { key, score } = await params;
  return showPreview(await runtime(), request, key, scoreOf(score));
}
