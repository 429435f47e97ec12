/** Of a file that is taken away and never opened here (RELIABILITY.md F7). */
export function downloadHeaders(fileName: string): Record<string, string> {
  return {
    "content-type": "application/octet-stream",
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    ...sealed,
  };
}

/** It runs nothing, wherever it is opened, and is not kept by the browser. */
export const sealed = {
  "content-security-policy": "default-src 'none'; sandbox",
  "x-content-type-options": "nosniff",
  "cache-control": "private, no-store",
};
