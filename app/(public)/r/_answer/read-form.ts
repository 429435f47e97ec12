const mostBytes = 64 * 1024;

/** The fields of a posted form, urlencoded or multipart, or null when it is larger than 64 kB. What is no form has no fields. */
export async function readForm(request: Request): Promise<URLSearchParams | null> {
  const bytes = await readBody(request);
  if (!bytes) return null;
  const type = request.headers.get("content-type") ?? "";
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) {
    return new URLSearchParams(new TextDecoder().decode(bytes));
  }
  if (/^multipart\/form-data\b/i.test(type)) return readMultipart(bytes, type);
  return new URLSearchParams();
}

/** A declared length is kept by the server; without one the bytes are counted. */
async function readBody(request: Request): Promise<Uint8Array<ArrayBuffer> | null> {
  const declared = request.headers.get("content-length");
  if (declared !== null)
    return Number(declared) > mostBytes ? null : new Uint8Array(await request.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > mostBytes) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
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
