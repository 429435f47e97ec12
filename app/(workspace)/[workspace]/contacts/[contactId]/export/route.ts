import { makeZip } from "client-zip";
import { forMembers } from "#app/_security/guarded-route.ts";
import { getContact } from "#server/contact/queries.ts";
import { GetContact } from "#server/contact/schema.ts";
import { getDataProtection } from "#server/legal/queries.ts";
import { gatherOwnData } from "#server/own-data/gather.ts";
import { gatherNotes } from "#server/own-data/gather-notes.ts";
import { listFiles, readFile } from "#server/own-data/list-files.ts";
import { pack } from "#server/own-data/pack.ts";
import { t } from "../../words.ts";

type Params = { workspace: string; contactId: string };

/** Everything that is kept about a customer as a ZIP: JSON, a CSV for each list, and the files; written while it is read. */
export const GET = forMembers<Params>("manager", async ({ params, rt, enter, record }) => {
  const parsed = GetContact.safeParse(params);
  if (!parsed.success) return new Response(null, { status: 404 });
  const { contactId } = parsed.data;
  const { whole, files } = await enter(async (ctx) => {
    await getContact(ctx, { contactId });
    const data = await gatherOwnData(ctx, contactId);
    const notes = await gatherNotes(ctx, contactId);
    const dataProtection = await getDataProtection(ctx);
    const about = {
      company: dataProtection.controllerName,
      dataProtection,
      writtenAt: ctx.now.toISOString(),
    };
    return { whole: { about, data, notes }, files: await listFiles(ctx, contactId) };
  });
  await record("privacy.exported", { id: contactId });
  const packed = pack(whole, files, (file) => enter((ctx) => readFile(ctx, file)), rt.clock());
  return new Response(makeZip(packed), {
    headers: {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(`${t("exportFile")}.zip`)}`,
      "cache-control": "no-store",
    },
  });
});
