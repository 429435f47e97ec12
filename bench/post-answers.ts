import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { makeNonce } from "#server/response/rules.ts";
import type { Stage } from "./stage.ts";

/**
 * Sends the answers to `count` invitations of inviteMany from the `first` one on, so many a second, however long they
 * take. Returns when each was recorded (epoch milliseconds), in the order in which they were. @throws when one was
 * refused.
 */
export async function postAnswers(
  stage: Stage,
  url: string,
  { first, count, perSecond }: { first: number; count: number; perSecond: number },
): Promise<number[]> {
  // Given up before the server gives them up, which a request that is on its way would meet.
  const agent = new Agent({ keepAlive: true, timeout: 3_000 });
  const began = performance.now();
  const sent: Promise<number>[] = [];
  for (let n = 0; n < count; n++) {
    await sleep(Math.max(0, began + (n * 1000) / perSecond - performance.now()));
    const answer = post(stage, url, first + n, agent);
    answer.catch(() => {});
    sent.push(answer);
  }
  const recorded = await Promise.all(sent);
  agent.destroy();
  return recorded.sort((a, b) => a - b);
}

function post({ rt, workspace }: Stage, url: string, number: number, agent: Agent): Promise<number> {
  const token = rt.tokens.seal("answer", { workspaceKey: workspace.key, number });
  const nonce = makeNonce(rt.tokens, token, rt.clock(), `${number}`);
  const body = new URLSearchParams({ score: `${number % 11}`, comment: `Answer ${number}.`, nonce });
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  return new Promise((resolve, reject) => {
    request(`${url}/r/${token}`, { method: "POST", agent, headers }, (response) => {
      response.resume();
      if (response.statusCode === 303) resolve(Date.now());
      else reject(new Error(`an answer was refused with ${response.statusCode}`));
    })
      .on("error", reject)
      .end(body.toString());
  });
}
