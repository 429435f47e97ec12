import { TRPCError } from "@trpc/server";
import type { ListCases } from "#server/case/schema.ts";
import type { createCaller } from "#server/router.ts";
import { nameOf } from "../row-lines.tsx";
import { besideIn } from "./beside.ts";

type Api = ReturnType<typeof createCaller>;
type Asked = { workspace: string; caseId: string; selection: ListCases };

/** The page of the queue that stands beside a case, and the cases before and after it there. */
export async function readQueue(api: Api, { workspace, caseId, selection }: Asked) {
  const { page, cursor } = await readPage(api, workspace, selection);
  const known = besideIn(page, caseId, cursor);
  const { limit, cursor: _, ...view } = selection;
  const isKnown = known.previous.one !== undefined && known.next.one !== undefined;
  const asked = isKnown ? null : await api.case.neighbours({ workspace, ...view, caseId });
  const step = (side: "previous" | "next") => {
    const row = known[side].one;
    const one = row === undefined ? asked?.[side] : row && { id: row.id, name: nameOf(row) };
    return one ? { ...one, cursor: known[side].cursor } : null;
  };
  return { page, cursor, previous: step("previous"), next: step("next") };
}

/** A case is shown whatever its address says of the list: a cursor that is none any more leads to the first page. */
async function readPage(api: Api, workspace: string, selection: ListCases) {
  const { cursor } = selection;
  try {
    return { page: await api.case.list({ workspace, ...selection }), cursor };
  } catch (error) {
    if (!cursor || !(error instanceof TRPCError) || error.code !== "BAD_REQUEST") throw error;
    return { page: await api.case.list({ workspace, ...selection, cursor: undefined }), cursor: undefined };
  }
}
