const longest = 120;

/** What turns the direction of text round, so that "exe.gpj" reads as "jpg.exe", and what takes no room at all. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/gu;

/**
 * The name of a file that came with a mail, safe to show and to save under: no path, no control or direction marks, no
 * leading dots, at most 120 characters with its ending kept.
 */
export function cleanFileName(name: string | null | undefined, mediaType: string): string {
  const last = bounded(name ?? "")
    .normalize("NFC")
    .replace(unseen, "")
    .replace(/[/\\:*?"<>|]+/g, "_")
    .replace(/\s+/g, " ")
    .replace(/^[.\s_]+|[.\s]+$/g, "");
  if (last === "") return `file${endings[mediaType.toLowerCase()] ?? ""}`;
  const characters = [...last];
  if (characters.length <= longest) return last;
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(last)?.[0] ?? "";
  return characters.slice(0, longest - ending.length).join("") + ending;
}

/** Its beginning and its end, so that no name takes long. */
const bounded = (name: string) => (name.length > 1_000 ? name.slice(0, 500) + name.slice(-500) : name);

const endings: Record<string, string> = {
  "image/png": ".png",
  "image/jpeg": ".jpg",
  "image/gif": ".gif",
  "application/pdf": ".pdf",
  "message/rfc822": ".eml",
  "text/calendar": ".ics",
  "text/plain": ".txt",
};

/** The media type as it is said, or what says nothing where it is none. */
export function cleanMediaType(type: string): string {
  return /^[\w.+-]{1,100}\/[\w.+-]{1,100}$/.test(type) ? type.toLowerCase() : "application/octet-stream";
}
