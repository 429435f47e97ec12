import { parseArgs } from "node:util";
import { workspaces } from "#db/schema/index.ts";
import { atTheDoor } from "#server/context.ts";
import { asSystem, type Runtime } from "#server/entry.ts";
import { allowAnHour } from "#server/response/allow-an-hour.ts";
import { recountResponses } from "#server/response/recount.ts";
import { type Difference, verifyAsked, verifyCounts } from "#server/response/verify-counts.ts";
import { withRuntime } from "./with-runtime.ts";
import { WrongOption } from "./wrong-option.ts";

type Verified = { workspace: string; wrong: number; differences: Difference[] };

const mostTold = 20;

/**
 * `counters verify`: counts all answers from scratch and says where the counters differ. Exit code 1 when one does.
 * Answers may come meanwhile.
 */
export async function verifyCounters(args: string[]): Promise<number> {
  const { json, workspace } = optionsOf(args);
  const found = await withRuntime(async (rt) => {
    const verified: Verified[] = [];
    for (const { id, slug } of await workspacesFor(rt, workspace)) {
      const differences = await asSystem(rt, id, "counters verify", async (ctx) => {
        await allowAnHour(ctx);
        return [...(await verifyCounts(ctx)), ...(await verifyAsked(ctx))];
      });
      const told = {
        workspace: slug,
        wrong: differences.length,
        differences: differences.slice(0, mostTold),
      };
      if (!json) say(told);
      verified.push(told);
    }
    return verified;
  });
  const ok = found.every(({ wrong }) => wrong === 0);
  if (json) console.log(JSON.stringify({ ok, workspaces: found }));
  else if (!ok) console.log("npm run -s svar -- counters repair sets them right.");
  return ok ? 0 : 1;
}

/** `counters repair`: counts all answers from scratch and corrects every counter that differs. Answers may come meanwhile. */
export async function repairCounters(args: string[]): Promise<number> {
  const { json, workspace } = optionsOf(args);
  const repaired = await withRuntime(async (rt) => {
    const done: { workspace: string; corrected: number }[] = [];
    for (const { id, slug } of await workspacesFor(rt, workspace)) {
      const corrected = await asSystem(rt, id, "counters repair", recountResponses);
      if (!json) console.log(corrected === 0 ? `${slug}: right` : `${slug}: ${corrected} corrected`);
      done.push({ workspace: slug, corrected });
    }
    return done;
  });
  if (json) console.log(JSON.stringify({ workspaces: repaired }));
  return 0;
}

function optionsOf(args: string[]) {
  const options = { workspace: { type: "string" }, json: { type: "boolean", default: false } } as const;
  return parseArgs({ args, options }).values;
}

/** All workspaces, or the one at this address. @throws WrongOption when there is none. */
async function workspacesFor(rt: Runtime, slug: string | undefined): Promise<{ id: string; slug: string }[]> {
  const all = await atTheDoor(rt.connection.db, (tx) =>
    tx.select({ id: workspaces.id, slug: workspaces.slug }).from(workspaces).orderBy(workspaces.slug),
  );
  const wanted = all.filter((one) => slug === undefined || one.slug === slug);
  if (wanted.length === 0)
    throw new WrongOption("--workspace", `There is no workspace at the address ${slug}.`);
  return wanted;
}

function say({ workspace, wrong, differences }: Verified): void {
  console.log(wrong === 0 ? `${workspace}: right` : `${workspace}: ${wrong} wrong`);
  for (const { day, what, counted, found } of differences)
    console.log(`  ${day} ${what}: the counter says ${counted}, there are ${found}`);
}
