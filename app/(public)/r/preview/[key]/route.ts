import { runtime } from "#server/entry.ts";
import { showPreview, thankForTest } from "../_preview/preview.ts";

type Link = { params: Promise<{ key: string }> };

export async function GET(request: Request, { params }: Link): Promise<Response> {
  const { key } = await params;
  return showPreview(await runtime(), request, key, null);
}

export async function POST(request: Request, { params }: Link): Promise<Response> {
  const { key } = await params;
  return thankForTest(await runtime(), request, key);
}
