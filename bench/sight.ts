import postgres from "postgres";
import { teams } from "#db/schema/index.ts";
import { countCases } from "#server/case/count.ts";
import { listCases } from "#server/case/list.ts";
import { getCase } from "#server/case/queries.ts";
import { CountCases, ListCases } from "#server/case/schema.ts";
import { getContact, listContacts } from "#server/contact/queries.ts";
import { ListContacts } from "#server/contact/schema.ts";
import type { Ctx } from "#server/context.ts";
import { getDashboard } from "#server/dashboard/queries.ts";
import { DashboardView } from "#server/dashboard/schema.ts";
import type { SignedIn } from "#server/entry.ts";
import { getFigures } from "#server/follow-up/queries.ts";
import { FiguresView } from "#server/follow-up/schema.ts";
import { countListed } from "#server/response/count-listed.ts";
import { listResponses } from "#server/response/list.ts";
import { ListFilter, ListResponses } from "#server/response/schema.ts";
import { setMembers } from "#server/team/set-members.ts";
import { setSight } from "#server/team/set-sight.ts";
import { makeMember } from "#server/test/factories.ts";
import { makeAnswers } from "./make-answers.ts";
import { median, type Result, rounded } from "./report.ts";
import { type Stage, setStage } from "./stage.ts";

const size = 30_000;
const rounds = 7;
const warming = 2;
const target = 2;

type Read = (ctx: Ctx) => Promise<unknown>;

/**
 * Milliseconds of what is read most, at thirty thousand answers of twelve teams, by an agent who sees everything and by
 * one who sees their own teams' things only, by turns in one run: one of all twelve teams, to whom the same is shown, and
 * one of a single team. The ratio is the worst reading's of the one of all teams.
 */
export async function sight(): Promise<Result> {
  const stage = await setStage();
  try {
    await makeAnswers(stage, size);
    const [everything, ofAll, ofOne] = await makeReaders(stage);
    const readings = await readingsOf(stage, ofOne);
    const found: Record<string, { off: number; all: number; one: number; ratio: number }> = {};
    for (const [name, read] of Object.entries(readings)) {
      const times: number[][] = [[], [], []];
      for (let round = 0; round < warming + rounds; round++)
        for (const [n, who] of [everything, ofAll, ofOne].entries()) {
          const began = performance.now();
          await stage.workspace.run(read, who);
          if (round >= warming) times[n]!.push(performance.now() - began);
        }
      const [off, all, one] = times.map(median) as [number, number, number];
      found[name] = { off: rounded(off), all: rounded(all), one: rounded(one), ratio: rounded(all / off) };
      console.error(name, JSON.stringify(found[name]));
    }
    const worst = Object.values(found).sort((a, b) => b.ratio - a.ratio)[0]!;
    const { off: reference, all: ours, ratio } = worst;
    return { name: "sight", ours, reference, ratio, target, ok: ratio <= target, size, found };
  } finally {
    await stage.close();
  }
}

/** A manager, who sees everything, and two agents: of all teams and what is no team's, and of one team. */
async function makeReaders({ rt, workspace }: Stage): Promise<[SignedIn, SignedIn, SignedIn]> {
  const people = [
    await makeMember(rt, workspace, "manager", "Mia Dahl"),
    await makeMember(rt, workspace, "agent", "Ida Holm"),
    await makeMember(rt, workspace, "agent", "Bo Friis"),
  ] as const;
  const [, ofAll, ofOne] = people;
  const all = await workspace.run((ctx) => ctx.db.select({ id: teams.id }).from(teams));
  for (const [n, { id: teamId }] of all.entries())
    await workspace.run((ctx) =>
      setMembers(ctx, { teamId, userIds: n === 0 ? [ofAll.id, ofOne.id] : [ofAll.id] }),
    );
  await workspace.run((ctx) => setSight(ctx, { sees: "teams_and_none" }));
  return [...people];
}

async function readingsOf({ workspace, ownerUrl }: Stage, ofOne: SignedIn): Promise<Record<string, Read>> {
  const { cases } = await workspace.run((ctx) => listCases(ctx, ListCases.parse({ view: "open" })), ofOne);
  const { contacts } = await workspace.run((ctx) => listContacts(ctx, ListContacts.parse({})), ofOne);
  const [caseId, contactId] = [cases[0]!.id, contacts[0]!.id];
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  await owner`VACUUM (ANALYZE)`;
  await owner.end();
  return {
    queue: async (ctx: Ctx) => {
      await countCases(ctx, CountCases.parse({}));
      await listCases(ctx, ListCases.parse({ view: "open" }));
    },
    "all cases": (ctx: Ctx) => listCases(ctx, ListCases.parse({ view: "all" })),
    "one case": (ctx: Ctx) => getCase(ctx, { caseId }),
    answers: (ctx: Ctx) => listResponses(ctx, ListResponses.parse({})),
    "answers counted": (ctx: Ctx) => countListed(ctx, ListFilter.parse({})),
    "answers of a group": (ctx: Ctx) =>
      listResponses(ctx, ListResponses.parse({ group: "detractor", commented: "yes" })),
    "answers found": (ctx: Ctx) => listResponses(ctx, ListResponses.parse({ q: "invoice" })),
    customers: (ctx: Ctx) => listContacts(ctx, ListContacts.parse({})),
    "customers found": (ctx: Ctx) => listContacts(ctx, ListContacts.parse({ q: "customer 77" })),
    "one customer": (ctx: Ctx) => getContact(ctx, { contactId }),
    dashboard: (ctx: Ctx) => getDashboard(ctx, DashboardView.parse({})),
    "follow-up": (ctx: Ctx) => getFigures(ctx, FiguresView.parse({})),
  };
}
