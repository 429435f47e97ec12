import { invalid } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";

/** A list's position as programs carry it: nothing to read or to build. */
export function sealCursor(position: string | null): string | null {
  return position === null ? null : Buffer.from(position).toString("base64url");
}

/**
 * The position in a cursor that `sealCursor` made.
 *
 * @throws INVALID on `cursor` for anything else.
 */
export function openCursor(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const position = Buffer.from(cursor, "base64url").toString();
  if (!/^[\x20-\x7e]+$/.test(position) || sealCursor(position) !== cursor) {
    throw invalid("cursor", refusal("cursor"));
  }
  return position;
}
