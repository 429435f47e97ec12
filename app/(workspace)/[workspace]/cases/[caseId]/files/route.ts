import { z } from "zod";
import { requestContext } from "#app/_trpc/request-context.ts";
import { addAttachment } from "#server/attachment/add.ts";
import { limits } from "#server/attachment/rules.ts";
import { required } from "#server/auth/auth.ts";
import { asMember } from "#server/entry.ts";
import { invalid, notFound } from "#server/errors.ts";
import { requireRole } from "#server/trpc.ts";
import { answerInWords } from "../../../imports/answer-in-words.ts";

type Context = { params: Promise<{ workspace: string; caseId: string }> };

const room = 64 * 1024;

/**
 * Takes a file for the reply that an agent is writing; answers `{ id }` or `{ error }` in words. That the request comes
 * from our own pages is seen to in proxy.ts.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { workspace, caseId } = await params;
  return answerInWords(request, async () => {
    if (!z.uuid().safeParse(caseId).success) throw notFound("case");
    const { rt, user } = await requestContext(request.headers);
    const signedIn = required(user);
    await asMember(rt, signedIn, workspace, async (ctx) => requireRole(ctx, "agent"));
    const file = await sent(request);
    return asMember(rt, signedIn, workspace, (ctx) => {
      requireRole(ctx, "agent");
      return addAttachment(ctx, { caseId, ...file });
    });
  });
}

async function sent(request: Request) {
  if (Number(request.headers.get("content-length") ?? 0) > limits.bytesEach + room)
    throw invalid("file", "The file is larger than 10 MB. Make it smaller, or send a link to it instead.");
  const form = await request.formData().catch(() => {
    throw invalid("file", "The file did not arrive whole. Try again; it can have 10 MB at most.");
  });
  const file = form.get("file");
  if (!(file instanceof File)) throw invalid("file", "Choose a file.");
  const mediaType = file.type || "application/octet-stream";
  return { fileName: file.name, mediaType, content: new Uint8Array(await file.arrayBuffer()) };
}
