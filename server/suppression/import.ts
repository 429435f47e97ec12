import { recordAct } from "#server/audit/record.ts";
import type { Ctx } from "#server/context.ts";
import { invalid } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { addSuppressions } from "./add.ts";
import { type BadLine, readAddresses } from "./rules.ts";
import type { ImportSuppressions } from "./schema.ts";

/** `known` were stopped already, as long and as far. `bad` are lines without an address, all of them. */
export type ImportedSuppressions = { added: number; known: number; bad: BadLine[] };

const mostAddresses = 500_000;
const atOnce = 5_000;

/**
 * Stops mail to every address of a list, for good. Lines without an address are told, and the others are taken all the
 * same; nothing is taken of a list without any address.
 * @throws INVALID when there is no address in it, or more than 500,000.
 */
export async function importSuppressions(ctx: Ctx, input: ImportSuppressions): Promise<ImportedSuppressions> {
  const { keys, bad } = readAddresses(input.list);
  if (keys.length === 0) {
    throw invalid("list", refusal("listNone"));
  }
  if (keys.length > mostAddresses) {
    throw invalid("list", refusal("listMany", { most: mostAddresses }));
  }
  const { reason = "imported", scope = "surveys", why } = input;
  const source = reason === "imported" ? "list" : "by hand";
  let added = 0;
  for (let from = 0; from < keys.length; from += atOnce) {
    const part = keys.slice(from, from + atOnce);
    const stops = part.map((key) => ({
      addressHash: ctx.tokens.hashAddress(ctx.workspaceId, key),
      ...{ reason, scope, source, why },
    }));
    added += await addSuppressions(ctx, stops);
  }
  const counts = { added, known: keys.length - added, unreadable: bad.length };
  await recordAct(ctx, "suppressions.imported", { after: { reason, scope, ...counts } });
  return { added, known: keys.length - added, bad };
}
