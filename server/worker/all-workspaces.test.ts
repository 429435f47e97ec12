import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { campaigns, outboundMails } from "#db/schema/index.ts";
import { createCampaign } from "#server/campaign/create.ts";
import { getCampaign } from "#server/campaign/queries.ts";
import { startCampaign } from "#server/campaign/start.ts";
import { updateDraft } from "#server/campaign/update-draft.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeContact, makeSurvey, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { finishSentCampaigns, startDueCampaigns } from "./all-workspaces.ts";

const rt = await testRuntime();
const later = (hours: number) => new Date(testNow.getTime() + hours * 3_600_000);

beforeEach(() => rt.setNow(testNow));

const scheduled = (workspace: TestWorkspace) =>
  workspace.run(async (ctx) => {
    const survey = await makeSurvey(ctx);
    await makeContact(rt, ctx, "Asa Lind");
    const { id } = await createCampaign(ctx, { name: "Autumn", surveyId: survey.id });
    await updateDraft(ctx, { id, sendAt: later(2).toISOString() });
    await startCampaign(ctx, { id });
    return id;
  });

const stateOf = async (workspace: TestWorkspace, id: string) =>
  (await workspace.run((ctx) => getCampaign(ctx, { id }))).state;

describe("what recurs", () => {
  it("starts scheduled campaigns of every workspace when their time has come, twice at once or not", async () => {
    const workspaces = [await makeWorkspace(rt, "Fjordline"), await makeWorkspace(rt, "Nordlys")];
    const ids = await Promise.all(workspaces.map(scheduled));
    await startDueCampaigns(rt);
    expect(await stateOf(workspaces[0]!, ids[0]!)).toBe("scheduled");
    rt.setNow(later(2));
    await Promise.all([startDueCampaigns(rt), startDueCampaigns(rt)]);
    for (const [n, workspace] of workspaces.entries()) {
      const { state, counts } = await workspace.run((ctx) => getCampaign(ctx, { id: ids[n]! }));
      expect([state, counts.invited]).toEqual(["running", 1]);
    }
  });

  it("leaves to a person what should have been sent more than a day ago", async () => {
    const workspace = await makeWorkspace(rt);
    const id = await scheduled(workspace);
    rt.setNow(later(27));
    await startDueCampaigns(rt);
    expect(await stateOf(workspace, id)).toBe("scheduled");
  });

  it("finishes what has been sent and clears what a cancelled campaign left behind", async () => {
    const [fjordline, nordlys] = [await makeWorkspace(rt, "Fjordline"), await makeWorkspace(rt, "Nordlys")];
    const [sent, left] = [await scheduled(fjordline), await scheduled(nordlys)];
    rt.setNow(later(2));
    await startDueCampaigns(rt);
    await fjordline.run((ctx) => ctx.db.update(outboundMails).set({ state: "sent" }));
    await nordlys.run((ctx) =>
      ctx.db
        .update(campaigns)
        .set({ state: "cancelled", finishedAt: new Date() })
        .where(eq(campaigns.id, left)),
    );
    await finishSentCampaigns(rt);
    expect(await stateOf(fjordline, sent)).toBe("finished");
    const { counts } = await nordlys.run((ctx) => getCampaign(ctx, { id: left }));
    expect(counts).toMatchObject({ invited: 1, queued: 0, cancelled: 1 });
  });
});
