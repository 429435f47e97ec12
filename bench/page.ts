import { type Load, load } from "./load.ts";
import { median, type Result, rounded } from "./report.ts";
import { inviteMany, serveOurs, serveReference, setStage } from "./stage.ts";

const rounds = 3;
const seconds = 5;
const target = 0.7;
const mostBytes = 10_240;

/** P7: the answer page per second against a bare Next.js route handler returning as many bytes; its size and requests. */
export async function page(): Promise<Result> {
  const stage = await setStage();
  await inviteMany(stage, 2_000);
  const ours = await serveOurs(stage);
  let number = 0;
  const next = () => {
    const target = { workspaceKey: stage.workspace.key, number: (number++ % 2_000) + 1 };
    return { method: "GET" as const, path: `/r/${stage.rt.tokens.seal("answer", target)}/7` };
  };
  const bytes = (await fetch(ours.url + next().path).then((response) => response.arrayBuffer())).byteLength;
  const reference = await serveReference({ REFERENCE_BYTES: `${bytes}` });
  const bareNext = () => ({ method: "GET" as const, path: "/page" });
  const mine: Load[] = [];
  const bare: Load[] = [];
  await load({ url: ours.url, connections: 32, seconds: 3, next, expect: 200 });
  await load({ url: reference.url, connections: 32, seconds: 3, next: bareNext, expect: 200 });
  for (let round = 0; round < rounds; round++) {
    mine.push(await load({ url: ours.url, connections: 32, seconds, next, expect: 200 }));
    bare.push(await load({ url: reference.url, connections: 32, seconds, next: bareNext, expect: 200 }));
  }
  await Promise.all([ours.stop(), reference.stop()]);
  await stage.close();
  const [a, b] = [median(mine.map((one) => one.perSecond)), median(bare.map((one) => one.perSecond))];
  const errors = mine.reduce((sum, one) => sum + one.errors, 0);
  const ratio = rounded(a / b);
  return {
    name: "page",
    ours: Math.round(a),
    reference: Math.round(b),
    ratio,
    target,
    ok: ratio >= target && bytes <= mostBytes && errors === 0,
    bytes,
    requests: 1,
    p99: median(mine.map((one) => one.p99)),
    errors,
  };
}
