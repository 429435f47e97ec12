import { readBody } from "#app/_security/read-body.ts";

const mostBytes = 64 * 1024;

/** The fields of a posted form, urlencoded or multipart, or null when it is larger than 64 kB. What is no form has no fields. */
export async function readForm(request: Request): Promise<URLSearchParams | null> {
  const bytes = await readBody(request, mostBytes);
  if (!bytes) return null;
  const type = request.headers.get("content-type") ?? "";
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) {
    return new URLSearchParams(new TextDecoder().decode(bytes));
  }
  if (/^multipart\/form-data\b/i.test(type)) return readMultipart(bytes, type);
  return new URLSearchParams();
}

async function readMultipart(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<URLSearchParams> {
  try {
    const form = await new Response(bytes, { headers: { "content-type": type } }).formData();
    return new URLSearchParams(
      [...form].filter((field): field is [string, string] => typeof field[1] === "string"),
    );
  } catch {
    return new URLSearchParams();
  }
}
