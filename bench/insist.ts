import { request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { makeNonce } from "#server/response/rules.ts";
import { createTokenCodec } from "#server/token/codec.ts";

/** What became of the answers: when each was confirmed (epoch ms), and how often Send had to be pressed again. */
export type Insisted = { confirmed: number[]; again: number; givenUp: number };

type Insisting = {
  url: string;
  secret: string;
  workspaceKey: string;
  count: number;
  perSecond: number;
  /** Answers stop coming, at the latest, when this is aborted. */
  signal: AbortSignal;
};

const mostTries = 60;
const patienceMs = 10_000;

/** The score that number so many gives. */
export const scoreOf = (number: number): number => (number * 7) % 11;

/** Customers who press Send again until they see that their answer was taken, so many new ones a second. */
export async function insist(given: Insisting): Promise<Insisted> {
  const tokens = createTokenCodec(given.secret, []);
  const done: Insisted = { confirmed: [], again: 0, givenUp: 0 };
  const began = performance.now();
  const customers: Promise<void>[] = [];
  for (let number = 1; number <= given.count && !given.signal.aborted; number++) {
    await sleep(Math.max(0, began + ((number - 1) * 1_000) / given.perSecond - performance.now()));
    customers.push(press(number));
  }
  await Promise.all(customers);
  return done;

  async function press(number: number): Promise<void> {
    const token = tokens.seal("answer", { workspaceKey: given.workspaceKey, number });
    const nonce = makeNonce(tokens, token, new Date(), `${number}`);
    const body = new URLSearchParams({ score: `${scoreOf(number)}`, comment: `Answer ${number}.`, nonce });
    for (let tries = 0; tries < mostTries; tries++) {
      if (await post(`${given.url}/r/${token}`, body.toString())) return void done.confirmed.push(Date.now());
      done.again += 1;
      await sleep(500 + Math.random() * 500);
    }
    done.givenUp += 1;
  }
}

function post(url: string, body: string): Promise<boolean> {
  return new Promise((resolve) => {
    const headers = { "content-type": "application/x-www-form-urlencoded", connection: "close" };
    const asked = request(url, { method: "POST", agent: false, headers, timeout: patienceMs }, (response) => {
      response.resume();
      resolve(response.statusCode === 303);
    });
    asked.on("error", () => resolve(false)).on("timeout", () => asked.destroy());
    asked.end(body);
  });
}
