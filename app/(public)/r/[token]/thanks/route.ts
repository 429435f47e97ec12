import { runtime } from "#server/entry.ts";
import { showThanks } from "../../_answer/thank.ts";

export async function GET(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const { token } = await params;
  return showThanks(await runtime(), request, token);
}
