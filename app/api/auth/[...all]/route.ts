import { bounded } from "#app/_security/bounded.ts";
import { forAnybody } from "#app/_security/guarded-route.ts";
import { runtime } from "#server/entry.ts";

/** Nobody's name, address, password or photo of a key is longer. */
const mostBytes = 64 * 1024;

const answer = forAnybody("better-auth asks for what each of its addresses needs", (request) =>
  bounded(request, mostBytes, async (whole) => (await runtime()).auth.handler(whole)),
);

export { answer as GET, answer as POST };
