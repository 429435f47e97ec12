import { generateKeyPair } from "node:crypto";
import { promisify } from "node:util";
import { newId } from "#db/id.ts";
import { dkimKeys } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { nextSelector } from "./rules.ts";

const generate = promisify(generateKeyPair);

/** What private DKIM keys are encrypted for. */
export const dkimUse = "dkim-key";

/** Makes an RSA key of 2048 bits for a domain under a selector that was not used before. */
export async function makeKey(ctx: Ctx, domainId: string, taken: string[]): Promise<void> {
  const { privateKey, publicKey } = await generate("rsa", { modulusLength: 2048 });
  await ctx.db.insert(dkimKeys).values({
    workspaceId: ctx.workspaceId,
    id: newId(ctx.now.getTime()),
    domainId,
    selector: nextSelector(ctx.now, taken),
    privateKey: ctx.tokens.encrypt(dkimUse, privateKey.export({ type: "pkcs8", format: "der" })),
    publicKey: publicKey.export({ type: "spki", format: "der" }).toString("base64"),
    createdAt: ctx.now,
  });
}
