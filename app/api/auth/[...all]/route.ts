import { runtime } from "#server/entry.ts";

const answer = async (request: Request) => (await runtime()).auth.handler(request);

export { answer as GET, answer as POST };
