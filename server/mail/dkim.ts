import { createHash, createPrivateKey, type KeyObject, sign } from "node:crypto";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import type { Message } from "./compose.ts";

export type DkimKey = { domain: string; selector: string; privateKey: KeyObject };

/** RELIABILITY.md 2.3. From stands twice, so that a second one added on the way breaks the signature. */
const signedHeaders = [
  "from",
  "from",
  "to",
  "subject",
  "date",
  "message-id",
  "reply-to",
  "in-reply-to",
  "references",
  "mime-version",
  "content-type",
  "list-unsubscribe",
  "list-unsubscribe-post",
  "list-id",
  "feedback-id",
  "auto-submitted",
];

const signAsync = promisify(sign);

/**
 * The whole of `message` as bytes, signed by each of `keys` (RFC 6376, rsa-sha256, relaxed/simple). The
 * body is hashed as it is; the RSA operation runs beside the event loop, which nodemailer's signer blocks.
 */
export async function signedMessage(message: Message, keys: DkimKey[]): Promise<Buffer> {
  const bodyHash = createHash("sha256").update(message.body).digest("base64");
  const signatures = await Promise.all(keys.map((key) => signature(message.headers, bodyHash, key)));
  const head = [...signatures, ...message.headers].join("\r\n");
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`, "utf8"), message.body]);
}

/**
 * The key that DKIM_PRIVATE_KEY_FILE names.
 * @throws with the way out when the file cannot be read, is no key, or is an RSA key under 2048 bits.
 */
export function readDkimKey(domain: string, selector: string, file: string): DkimKey {
  const wayOut = "Make one with: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out dkim.pem";
  let privateKey: KeyObject;
  try {
    privateKey = createPrivateKey(readFileSync(file));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`DKIM_PRIVATE_KEY_FILE ${file} is not a readable private key (${why}). ${wayOut}`);
  }
  if (
    privateKey.asymmetricKeyType !== "rsa" ||
    (privateKey.asymmetricKeyDetails?.modulusLength ?? 0) < 2048
  ) {
    throw new Error(`DKIM_PRIVATE_KEY_FILE ${file} is not an RSA key of at least 2048 bits. ${wayOut}`);
  }
  return { domain, selector, privateKey };
}

async function signature(headers: string[], bodyHash: string, key: DkimKey): Promise<string> {
  const byName = new Map(headers.map((line) => [nameOf(line), line]));
  const names = signedHeaders.filter((name) => byName.has(name));
  const open = [
    `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/simple; d=${key.domain}; s=${key.selector};`,
    `${` h=${names.join(":").replace(/(.{1,68})(:|$)/g, "$1$2\r\n  ")}`.trimEnd()};`,
    ` bh=${bodyHash};`,
    " b=",
  ].join("\r\n");
  const signed =
    [...new Set(names)].map((name) => `${relaxed(byName.get(name)!)}\r\n`).join("") + relaxed(open);
  const value = await signAsync("RSA-SHA256", Buffer.from(signed, "utf8"), key.privateKey);
  return open + value.toString("base64").replace(/(.{72})(?=.)/g, "$1\r\n  ");
}

const nameOf = (line: string) => line.slice(0, line.indexOf(":")).toLowerCase();

/** RFC 6376 §3.4.2: name in lower case, lines unfolded, white space made single, none at the ends of the value. */
function relaxed(line: string): string {
  const value = line.slice(line.indexOf(":") + 1);
  return `${nameOf(line)}:${value
    .replace(/\r\n/g, "")
    .replace(/[ \t]+/g, " ")
    .trim()}`;
}
