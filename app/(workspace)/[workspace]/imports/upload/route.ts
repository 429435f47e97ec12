import { z } from "zod";
import { requestContext } from "#app/_trpc/request-context.ts";

import { required } from "#server/auth/auth.ts";
import { asMember } from "#server/entry.ts";
import { invalid } from "#server/errors.ts";
import { importKinds, mostBytes } from "#server/import/schema.ts";
import { uploadFile } from "#server/import/upload.ts";
import { requireRole } from "#server/trpc.ts";
import { answerInWords } from "../answer-in-words.ts";

const Kind = z.enum(importKinds).catch("contacts");
const room = 1024 * 1024;

/** Takes a file of up to 50 MB from a manager; answers `{ id }` of its import or `{ error }` in words. */
export async function POST(request: Request, { params }: RouteContext<"/[workspace]/imports/upload">) {
  const { workspace } = await params;
  return answerInWords(request, async () => {
    const { rt, user } = await requestContext(request.headers);
    if (Number(request.headers.get("content-length") ?? 0) > mostBytes + room) {
      throw invalid("file", "The file is larger than 50 MB. Split it, and import the parts one by one.");
    }
    const form = await request.formData();
    const file = form.get("file");
    if (!(file instanceof File) || file.size === 0) throw invalid("file", "Choose a file first.");
    const bytes = new Uint8Array(await file.arrayBuffer());
    const kind = Kind.parse(form.get("kind"));
    return asMember(rt, required(user), workspace, (ctx) => {
      requireRole(ctx, "manager");
      return uploadFile(ctx, { kind, fileName: file.name, bytes });
    });
  });
}
