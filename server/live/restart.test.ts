import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { startEmbeddedPostgres } from "#db/embedded.ts";
import { newId } from "#db/id.ts";
import { sessions } from "#db/schema/index.ts";
import { createRuntime } from "#server/entry.ts";
import { readEnv } from "#server/env.ts";
import { prepareDatabase } from "#server/start/migrate.ts";
import { testSecret } from "#server/test/database.ts";
import { makeWorkspace } from "#server/test/factories.ts";
import { positionNow } from "./changes.ts";
import { createLiveStreams } from "./streams.ts";
import { createSubscriber } from "./subscribe.ts";

it("misses nothing when PostgreSQL crashes and comes back, without anybody's help", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "svar-live-"));
  let server = await startEmbeddedPostgres(dataDir);
  await prepareDatabase(server.ownerUrl, "svar");
  const settings = readEnv({
    NODE_ENV: "test",
    DATABASE_URL: server.appUrl,
    SMTP_URL: "smtp://127.0.0.1:1",
    SVAR_SECRET: testSecret,
    LOG_LEVEL: "silent",
    MAIL_IN_DOMAIN: "reply.svar.test",
    APP_URL: "http://localhost:3000",
  });
  const rt = await createRuntime(settings, server.appUrl);
  const subscriber = await createSubscriber(server.appUrl, () => {});
  const streams = createLiveStreams({ db: rt.connection.db, subscriber, clock: rt.clock, onError: () => {} });
  const end = new AbortController();
  onTestFinished(async () => {
    end.abort();
    await streams.close();
    await subscriber.close();
    await rt.close();
    await server.stop("immediate");
    rmSync(dataDir, { recursive: true, force: true });
  });
  const workspace = await makeWorkspace(rt);
  const id = newId();
  const at = new Date();
  const session = { id, token: id, userId: workspace.owner.id, createdAt: at, updatedAt: at };
  await rt.connection.db
    .insert(sessions)
    .values({ ...session, expiresAt: new Date(at.getTime() + 3_600_000) });
  const listener = { userId: workspace.owner.id, workspaceId: workspace.id, sessionId: id };
  const stream = streams.follow(listener, await positionNow(rt.connection.db), end.signal);
  const next = async () => {
    for (;;) {
      const { value } = await stream.next();
      if (value!.changed.length > 0) return value!.changed;
    }
  };
  await stream.next();
  const heard = next();
  await server.stop("immediate");
  server = await startEmbeddedPostgres(dataDir);
  const began = performance.now();
  expect(await heard).toBe("resync");
  expect(performance.now() - began).toBeLessThan(30_000);
  await workspace.run(async (ctx) => ctx.nudge("cases"));
  expect(await next()).toEqual(["cases"]);
}, 60_000);
