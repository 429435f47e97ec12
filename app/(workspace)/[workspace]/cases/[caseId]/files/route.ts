import { z } from "zod";
import { forMembers } from "#app/_security/guarded-route.ts";
import { readBody } from "#app/_security/read-body.ts";
import { addAttachment } from "#server/attachment/add.ts";
import { limits } from "#server/attachment/rules.ts";
import { invalid, notFound } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { answerInWords, inWords } from "../../../imports/answer-in-words.ts";

type Params = { workspace: string; caseId: string };

const room = 64 * 1024;

/**
 * Takes a file for the reply that an agent is writing; answers `{ id }` or `{ error }` in words. That the request comes
 * from our own pages is seen to in proxy.ts.
 */
export const POST = forMembers<Params>(
  "agent",
  ({ request, params: { caseId }, enter }) =>
    answerInWords(request, async () => {
      if (!z.uuid().safeParse(caseId).success) throw notFound("case");
      await enter(() => {});
      const file = await sent(request);
      return enter((ctx) => addAttachment(ctx, { caseId, ...file }));
    }),
  inWords,
);

async function sent(request: Request) {
  const body = await readBody(request, limits.bytesEach + room);
  if (!body) throw invalid("file", refusal("fileLarge", { most: 10 }));
  const headers = { "content-type": request.headers.get("content-type") ?? "" };
  const form = await new Response(body, { headers }).formData().catch(() => {
    throw invalid("file", refusal("fileBroken", { most: 10 }));
  });
  const file = form.get("file");
  if (!(file instanceof File)) throw invalid("file", refusal("chooseFile"));
  const mediaType = file.type || "application/octet-stream";
  return { fileName: file.name, mediaType, content: new Uint8Array(await file.arrayBuffer()) };
}
