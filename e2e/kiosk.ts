import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { expect, fromOwnPage, site, type TestWorkspace } from "./fixtures.ts";

/** A little longer than a form must have been looked at to be taken. */
const shownMs = 1_200;

/** A kiosk of the workspace, and the way to answer at it: as a form that has been looked at for a moment, without a browser. */
export async function openKiosk(page: Page, workspace: TestWorkspace) {
  const call = async (path: string, data: object) => {
    const answer = await page.request.post(`${site()}/api/trpc/${path}`, {
      data: { workspace: workspace.slug, ...data },
      headers: fromOwnPage(),
    });
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json()).result.data;
  };
  const survey = await workspace.api("POST", "/surveys", { name: "Relationship" });
  const { id: linkId } = await call("surveyLink.create", {
    surveyId: survey.id,
    kind: "kiosk",
    name: "Till",
  });
  const asked = encodeURIComponent(JSON.stringify({ workspace: workspace.slug, linkId }));
  const link = await page.request.get(`${site()}/api/trpc/surveyLink.get?input=${asked}`);
  const { url } = (await link.json()).result.data;

  const open = async () => /name="nonce" value="([^"]+)"/.exec(await (await fetch(url)).text())![1]!;
  async function answer(score: number, comment: string, nonce?: string): Promise<void> {
    const form = nonce ?? (await open());
    if (!nonce) await sleep(shownMs);
    const body = new URLSearchParams({ nonce: form, score: `${score}`, comment });
    const sent = await fetch(url, { method: "POST", body, redirect: "manual", headers: { origin: site() } });
    expect(sent.status).toBe(303);
  }
  /** As many answers at once. */
  async function answers(count: number, score: number): Promise<void> {
    const forms = await Promise.all(Array.from({ length: count }, open));
    await sleep(shownMs);
    await Promise.all(forms.map((form, at) => answer(score, `Answer number ${at + 1}.`, form)));
  }
  return { call, answer, answers };
}
