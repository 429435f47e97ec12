import { z } from "zod";
import { forMembers } from "#app/_security/guarded-route.ts";
import { invalid } from "#server/errors.ts";
import { readersLanguage } from "#server/i18n/speech.ts";
import { translator } from "#server/i18n/translate.ts";
import { importKinds, mostBytes } from "#server/import/schema.ts";
import { uploadFile } from "#server/import/upload.ts";
import { refusal } from "#server/refusal.ts";
import { answerInWords, inWords } from "../answer-in-words.ts";

const Kind = z.enum(importKinds).catch("contacts");
const room = 1024 * 1024;

/**
 * Takes a file of up to 50 MB, or pasted rows, from a manager; answers `{ id }` of its import or `{ error }` in
 * words. That the request comes from our own pages is seen to in proxy.ts, which also cuts longer bodies off.
 */
export const POST = forMembers(
  "manager",
  ({ request, enter }) =>
    answerInWords(request, async () => {
      await enter(() => {});
      const { kind, fileName, bytes } = await sent(request);
      return enter((ctx) => uploadFile(ctx, { kind, fileName, bytes }));
    }),
  inWords,
);

async function sent(request: Request) {
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes + room) {
    throw invalid("file", refusal("importLarge", { most: 50 }));
  }
  const form = await request.formData().catch(() => {
    throw invalid("file", refusal("fileBroken", { most: 50 }));
  });
  const kind = Kind.parse(form.get("kind"));
  const file = form.get("file");
  if (file instanceof File && file.size > 0) {
    return { kind, fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  }
  const text = form.get("text");
  if (typeof text !== "string" || text.trim() === "") throw invalid("file", refusal("importNothing"));
  return {
    kind,
    fileName: translator(readersLanguage(), "names")("pastedRows"),
    bytes: new TextEncoder().encode(text),
  };
}
