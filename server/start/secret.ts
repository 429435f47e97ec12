import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The secret kept in `dataDir`/secret for the embedded database, made at the first start: links in mails
 * that were sent are signed with it, so it must not change.
 *
 * @throws when the file is there but holds no secret.
 */
export function keptSecret(dataDir: string): string {
  const file = join(dataDir, "secret");
  if (!existsSync(file)) {
    writeFileSync(`${file}.new`, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  const secret = readFileSync(file, "utf8").trim();
  if (secret.length < 32)
    throw new Error(
      `${file} holds no secret. Put back the one it had; without it, links in mails already sent stop working. To begin anew, remove the file.`,
    );
  return secret;
}
