const [quote, backslash, openBrace, closeBrace, openBracket, closeBracket] = Buffer.from('"\\{}[]');
const mostDeep = 32;

/** Whether JSON nests deeper than 32 levels; nothing that is sent to us needs ten. What is no JSON may be either. */
export function isTooDeep(json: Uint8Array): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < json.length; at++) {
    const byte = json[at];
    if (byte === quote) quoted = !quoted;
    else if (quoted) at += byte === backslash ? 1 : 0;
    else if (byte === openBrace || byte === openBracket) {
      if (++depth > mostDeep) return true;
    } else if (byte === closeBrace || byte === closeBracket) depth--;
  }
  return false;
}
