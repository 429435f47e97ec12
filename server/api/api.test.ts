import { describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { outboundMails, responses } from "#db/schema/index.ts";
import { considerCase } from "#server/case/consider.ts";
import { recountResponses } from "#server/response/recount.ts";
import type { ResponseFilter } from "#server/response/schema.ts";
import { causeNamed } from "#server/test/causes.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeSurvey, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { newApiKey } from "#server/token/api-key.ts";
import { createApiKey } from "#server/workspace/create-api-key.ts";
import { createApi } from "./app.ts";

const rt = await testRuntime();
const api = createApi(rt);
const nowhere = "019abf3e-5f0a-7cc1-9f6b-6f6f2d1f7a10";

/** A workspace and a program that has a key to it. */
async function makeProgram(name = "Fjordline") {
  const workspace = await makeWorkspace(rt, name);
  const { key } = await workspace.run((ctx) => createApiKey(ctx, { name: "test" }));
  const send = async (method: string, path: string, body?: unknown) => {
    const answer = await api.request(`/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    return { status: answer.status, type: answer.headers.get("content-type"), body: await answer.json() };
  };
  return {
    workspace,
    key,
    get: (path: string) => send("GET", path),
    post: (path: string, body?: unknown) => send("POST", path, body),
  };
}

type Program = Awaited<ReturnType<typeof makeProgram>>;

const people = [
  {
    email: "anna@kystlinjen.example",
    name: "Anna Lindqvist",
    locale: "sv",
    account: "Kystlinjen",
    attributes: { tier: 1 },
  },
  { email: "jens@kystlinjen.example", name: "Jens Mortensen", locale: "da" },
];

async function makeCampaign({ post }: Program): Promise<string> {
  await post("/contacts", { contacts: people });
  const { body: survey } = await post("/surveys", { name: "Relationship" });
  const { body } = await post("/campaigns", { name: "Autumn", surveyId: survey.id, audience: { all: true } });
  return body.id;
}

async function makeCase(workspace: TestWorkspace): Promise<string> {
  return workspace.run(async (ctx) => {
    const survey = await makeSurvey(ctx);
    const [contact] = await ctx.db.query.contacts.findMany({ limit: 1 });
    const id = newId();
    await ctx.db.insert(responses).values({
      ...{ workspaceId: ctx.workspaceId, id, surveyId: survey.id, contactId: contact!.id, score: 2 },
      ...{ comment: "Third week without an answer.", evidence: "confirmed", channel: "email", locale: "sv" },
      ...{ answeredAt: ctx.now, updatedAt: ctx.now, contactBy: "phone", contactPhone: "+46 8 123 45" },
    });
    await considerCase(ctx, { responseId: id });
    const [one] = await ctx.db.query.cases.findMany({ limit: 1 });
    return one!.id;
  });
}

describe("an event", () => {
  it("is told to a campaign that listens, and told again has the same answer", async () => {
    const { post } = await makeProgram();
    const { body: survey } = await post("/surveys", { name: "Delivery", kind: "transactional" });
    const timing = { kind: "event", type: "order.delivered", delayHours: 2 };
    const made = await post("/campaigns", {
      ...{ name: "After delivery", surveyId: survey.id, timing, sendingHours: null, reminderDays: null },
      sampling: null,
    });
    expect(made).toMatchObject({ status: 201, body: { state: "draft" } });
    expect(await post(`/campaigns/${made.body.id}/start`)).toMatchObject({ body: { state: "running" } });
    const event = {
      type: "order.delivered",
      contact: people[0],
      occurredAt: "2026-11-23T10:00:00+01:00",
      idempotencyKey: "order 10042",
    };
    const told = await post("/events", event);
    expect(told).toMatchObject({
      status: 202,
      body: { campaigns: [{ campaignId: made.body.id, asked: true, sendAt: "2026-11-23T11:00:00.000Z" }] },
    });
    expect(await post("/events", event)).toEqual(told);
    const other = await post("/events", { ...event, occurredAt: "2026-11-23T09:30:00Z" });
    expect(other).toMatchObject({ status: 422, body: { invalid_params: [{ name: "idempotencyKey" }] } });
    const nobody = await post("/events", { ...event, contact: { email: "x" }, idempotencyKey: "2" });
    expect(nobody).toMatchObject({ status: 422, body: { invalid_params: [{ name: "contact.email" }] } });
  });
});

describe("without a valid key", () => {
  it.each([
    ["none", undefined],
    ["another scheme", "Basic abc"],
    ["a mistyped one", "Bearer svar_live_00000aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"],
    ["one that was never made", `Bearer ${newApiKey("zzzzz")}`],
  ])(
    "%s, every endpoint answers 401 with a problem, before it looks at the request",
    async (_, authorization) => {
      for (const [method, path] of [
        ["POST", "/contacts"],
        ["POST", "/surveys"],
        ["POST", "/campaigns"],
        ["POST", "/events"],
        ["GET", `/campaigns/${nowhere}`],
        ["POST", `/campaigns/${nowhere}/start`],
        ["GET", "/nps?from=nonsense"],
        ["GET", "/responses"],
        ["GET", "/cases"],
        ["GET", `/cases/${nowhere}`],
        ["POST", `/cases/${nowhere}/messages`],
        ["POST", `/cases/${nowhere}/notes`],
        ["POST", `/cases/${nowhere}/merge`],
        ["GET", `/cases/${nowhere}/promises`],
        ["POST", `/promises/${nowhere}/keep`],
        ["GET", "/nothing"],
      ] as const) {
        const headers = authorization ? { authorization } : undefined;
        const answer = await api.request(`/api/v1${path}`, { method, headers });
        expect([path, answer.status]).toEqual([path, 401]);
        expect(answer.headers.get("content-type")).toBe("application/problem+json");
        expect(answer.headers.get("www-authenticate")).toContain("Bearer");
        expect(await answer.json()).toMatchObject({ type: "about:blank", status: 401 });
      }
    },
  );

  it("the description can be read, and names every endpoint", async () => {
    const answer = await api.request("/api/v1/openapi.json");
    const document = await answer.json();
    expect(document.openapi).toBe("3.1.0");
    expect(Object.keys(document.paths).sort()).toEqual([
      "/api/v1/campaigns",
      "/api/v1/campaigns/{id}",
      "/api/v1/campaigns/{id}/cancel",
      "/api/v1/campaigns/{id}/pause",
      "/api/v1/campaigns/{id}/resume",
      "/api/v1/campaigns/{id}/start",
      "/api/v1/cases",
      "/api/v1/cases/{id}",
      "/api/v1/cases/{id}/close",
      "/api/v1/cases/{id}/merge",
      "/api/v1/cases/{id}/messages",
      "/api/v1/cases/{id}/notes",
      "/api/v1/cases/{id}/promises",
      "/api/v1/causes",
      "/api/v1/contacts",
      "/api/v1/events",
      "/api/v1/nps",
      "/api/v1/promises/{id}/keep",
      "/api/v1/promises/{id}/move",
      "/api/v1/promises/{id}/reopen",
      "/api/v1/promises/{id}/withdraw",
      "/api/v1/responses",
      "/api/v1/surveys",
    ]);
    const named = (path: string) =>
      document.paths[path].get.parameters.map(({ name }: { name: string }) => name);
    expect(named("/api/v1/nps").sort()).toEqual(Object.keys(wrongFilters).sort());
    expect(named("/api/v1/responses")).toEqual(
      expect.arrayContaining([...Object.keys(wrongFilters), "score", "q", "sort", "limit", "cursor"]),
    );
    expect(document.components.schemas.Contact.required).toEqual(["email"]);
    expect(document.components.securitySchemes.key).toMatchObject({ type: "http", scheme: "bearer" });
  });
});

const wrongFilters: Record<keyof ResponseFilter, string> = {
  from: "2026-02-30",
  to: "soon",
  survey: "x",
  campaign: "Autumn",
  touchpoint: "x".repeat(201),
  team: "North",
  employee: "x".repeat(201),
  channel: "fax",
  language: "x".repeat(36),
  group: "everybody",
  driver: "!",
  commented: "no",
  where: "Country=Norway",
};

describe("a request that is wrong", () => {
  it("is told in which field and why", async () => {
    const { post, get } = await makeProgram();
    const wrong = [
      [await post("/surveys", { name: "" }), "name"],
      [await post("/surveys", { name: "x", kind: "yearly" }), "kind"],
      [await post("/surveys", { name: "x", owner: "me" }), "owner"],
      [await post("/contacts", { contacts: [] }), "contacts"],
      [await post("/contacts", { contacts: Array.from({ length: 1001 }, () => people[0]) }), "contacts"],
      [await post("/campaigns", { name: "x", surveyId: "1", audience: { all: true } }), "surveyId"],
      [await post("/campaigns", { name: "x", surveyId: nowhere, audience: { some: true } }), "audience"],
      [await get("/responses?limit=0"), "limit"],
      [await get("/responses?limit=many"), "limit"],
      [await get("/responses?cursor=garbage"), "cursor"],
      [await get("/cases?state=angry"), "state"],
      [await get("/cases?cursor=Z2FyYmFnZQ"), "cursor"],
      [await get("/nps?from=yesterday"), "from"],
      [await get("/nps?survey=x"), "survey"],
      ...(await Promise.all(
        ["/nps", "/responses"].flatMap((path) =>
          Object.entries(wrongFilters).map(async ([name, value]) => {
            const asked = new URLSearchParams({ [name]: value });
            return [await get(`${path}?${asked}`), name] as const;
          }),
        ),
      )),
      [await get("/nps?where=is.Country.Norway&where=Country"), "where"],
      [await get("/nps?grupp=detractor"), "grupp"],
      [await get("/nps?score=7"), "score"],
      [await get("/responses?score=11"), "score"],
      [await get("/responses?score=07"), "score"],
      [await get("/responses?sort=worst"), "sort"],
      [await get(`/responses?q=${"x".repeat(201)}`), "q"],
      [await get("/responses?sort=lowest&cursor=MjAyNi0xMS0yM1QwOTowMDowMFpfMDE5"), "cursor"],
    ] as const;
    for (const [answer, field] of wrong) {
      expect([field, answer.status, answer.type]).toEqual([field, 422, "application/problem+json"]);
      expect(answer.body.invalid_params[0]).toEqual({ name: field, reason: expect.stringMatching(/.{10,}/) });
    }
  });

  it("is told when it is no JSON, none at all, or too large", async () => {
    const { post, key } = await makeProgram();
    expect((await post("/surveys", "{")).status).toBe(400);
    expect((await post("/surveys")).status).toBe(400);
    expect((await post("/surveys", `"${"x".repeat(5_000_001)}"`)).status).toBe(413);
    const headers = { authorization: `Bearer ${key}`, "content-type": "text/plain" };
    const text = await api.request("/api/v1/surveys", { method: "POST", headers, body: "hello" });
    expect(text.status).toBe(415);
  });

  it("leaves nothing behind", async () => {
    const program = await makeProgram();
    const id = await makeCampaign(program);
    await program.post(`/campaigns/${id}/cancel`);
    expect(await program.post(`/campaigns/${id}/start`)).toMatchObject({
      status: 409,
      body: { title: "Conflict" },
    });
    const mails = await program.workspace.run((ctx) => ctx.db.select().from(outboundMails));
    expect(mails).toEqual([]);
  });
});

describe("what is another workspace's", () => {
  it("is not found, whatever is done with it", async () => {
    const owner = await makeProgram();
    const campaign = await makeCampaign(owner);
    const one = await makeCase(owner.workspace);
    const { body: survey } = await owner.post("/surveys", { name: "Theirs" });
    const stranger = await makeProgram("Nordlys");
    const answers = [
      await stranger.get(`/campaigns/${campaign}`),
      await stranger.post(`/campaigns/${campaign}/start`),
      await stranger.post(`/campaigns/${campaign}/pause`),
      await stranger.post(`/campaigns/${campaign}/resume`),
      await stranger.post(`/campaigns/${campaign}/cancel`),
      await stranger.post("/campaigns", { name: "x", surveyId: survey.id, audience: { all: true } }),
      await stranger.get(`/nps?survey=${survey.id}`),
      await stranger.get(`/responses?survey=${survey.id}`),
      await stranger.get(`/cases/${one}`),
      await stranger.post(`/cases/${one}/messages`, { text: "Hello" }),
      await stranger.post(`/cases/${one}/close`, { causeId: nowhere, outcome: "None" }),
      await stranger.get("/cases/not-an-id"),
      await stranger.get("/nothing"),
    ];
    expect(answers.map((answer) => [answer.status, answer.type])).toEqual(
      answers.map(() => [404, "application/problem+json"]),
    );
    expect((await stranger.get("/cases")).body).toEqual({ data: [], next: null });
    expect((await stranger.get("/responses")).body).toEqual({ data: [], next: null });
    expect((await owner.get(`/campaigns/${campaign}`)).body.state).toBe("draft");
    expect((await owner.get(`/cases/${one}`)).body.state).toBe("open");
  });
});

describe("contacts", () => {
  it("are added, brought up to date and refused one by one", async () => {
    const { post } = await makeProgram();
    expect(await post("/contacts", { contacts: people })).toMatchObject({
      status: 200,
      body: { created: 2, updated: 0, rejected: [] },
    });
    const again = [
      { email: "no address" },
      { ...people[0], name: "Anna L." },
      { email: "new@kystlinjen.example", age: 9 },
    ];
    const { body } = await post("/contacts", { contacts: again });
    expect(body).toMatchObject({ created: 0, updated: 1 });
    expect(body.rejected.map(({ index, field }: { index: number; field: string }) => [index, field])).toEqual(
      [
        [0, "email"],
        [2, "age"],
      ],
    );
  });
});

describe("a campaign", () => {
  it("is made, started once however often, paused, resumed and cancelled, and its counts add up", async () => {
    const program = await makeProgram();
    const { get, post } = program;
    await post("/contacts", { contacts: people });
    const { status, body: survey } = await post("/surveys", { name: "Relationship", kind: "relationship" });
    expect([status, survey]).toEqual([201, { id: expect.stringMatching(/^[0-9a-f-]{36}$/) }]);
    const audience = { emails: [people[0]!.email, "stranger@nowhere.example"] };
    const made = await post("/campaigns", { name: "Autumn", surveyId: survey.id, audience });
    expect(made).toMatchObject({ status: 201, body: { state: "draft" } });
    const path = `/campaigns/${made.body.id}`;

    const started = await post(`${path}/start`);
    expect(started).toMatchObject({
      status: 202,
      body: { id: made.body.id, state: "running", invited: 1, excluded: {} },
    });
    expect(await post(`${path}/start`)).toEqual(started);
    expect(await post(`${path}/pause`)).toMatchObject({ status: 200, body: { state: "paused" } });
    expect(await post(`${path}/resume`)).toMatchObject({ status: 200, body: { state: "running" } });
    expect(await post(`${path}/cancel`)).toMatchObject({ status: 200, body: { state: "cancelled" } });

    const { body } = await get(path);
    expect(body).toMatchObject({ id: made.body.id, state: "cancelled", surveyId: survey.id });
    const { invited, answered, ...states } = body.counts;
    expect(Object.values<number>(states).reduce((sum, n) => sum + n, 0)).toBe(invited);
    expect([invited, states.cancelled, answered]).toEqual([1, 1, 0]);
  });

  it("says how many were left out and why", async () => {
    const { post } = await makeProgram();
    await post("/contacts", { contacts: people });
    const { body: survey } = await post("/surveys", { name: "Relationship" });
    const start = async () => {
      const { body } = await post("/campaigns", { name: "x", surveyId: survey.id, audience: { all: true } });
      return (await post(`/campaigns/${body.id}/start`)).body;
    };
    expect(await start()).toMatchObject({ invited: 2, excluded: {} });
    const again = await start();
    expect(again.invited).toBe(0);
    expect(Object.values<number>(again.excluded).reduce((sum, n) => sum + n, 0)).toBe(2);
  });
});

describe("answers and figures", () => {
  it("are null without answers, and counted with them", async () => {
    const program = await makeProgram();
    expect((await program.get("/nps?from=&to=&survey=")).body).toEqual({
      ...{
        n: 0,
        promoters: 0,
        passives: 0,
        detractors: 0,
        nps: null,
        low: null,
        high: null,
        provisional: 0,
        notInvited: 0,
      },
    });
    await program.post("/contacts", { contacts: people });
    await makeCase(program.workspace);
    const { body } = await program.get("/responses");
    expect(body).toMatchObject({
      data: [
        {
          score: 2,
          group: "detractor",
          comment: "Third week without an answer.",
          contactWish: { by: "phone", phone: "+46 8 123 45" },
          answeredAt: testNow.toISOString(),
        },
      ],
      next: null,
    });
    expect(body.data[0].contact.email).toMatch(/@kystlinjen\.example$/);
  });

  it("are narrowed by every parameter the application has, in lists and in figures", async () => {
    const program = await makeProgram();
    await program.workspace.run(async (ctx) => {
      const survey = await makeSurvey(ctx);
      const one = {
        workspaceId: ctx.workspaceId,
        surveyId: survey.id,
        evidence: "imported",
        channel: "import",
      } as const;
      const at = { answeredAt: ctx.now, updatedAt: ctx.now };
      await ctx.db.insert(responses).values([
        {
          ...one,
          ...at,
          id: newId(),
          score: 2,
          locale: "sv",
          comment: "Sena leveranser",
          attributes: { Country: "Norway" },
        },
        {
          ...one,
          ...at,
          id: newId(),
          score: 9,
          locale: "en",
          touchpoint: "support",
          attributes: { Country: "Denmark" },
        },
        { ...one, ...at, id: newId(), score: 10, locale: "en", touchpoint: "support" },
      ]);
      await recountResponses(ctx);
    });
    for (const [asked, scores] of [
      ["group=promoter", [9, 10]],
      ["touchpoint=support&where=is.Country.Denmark", [9]],
      ["where=not.Country.Denmark&where=not.Country.Norway", [10]],
      ["language=sv", [2]],
      ["commented=yes", [2]],
      ["from=2026-11-24", []],
      ["channel=email", []],
    ] as const) {
      const listed = (await program.get(`/responses?${asked}&sort=lowest`)).body.data;
      expect([asked, listed.map(({ score }: { score: number }) => score)]).toEqual([asked, scores]);
      expect([asked, (await program.get(`/nps?${asked}`)).body.n]).toEqual([asked, scores.length]);
    }
    expect((await program.get("/responses?q=leverans")).body.data).toMatchObject([{ score: 2 }]);
    expect((await program.get("/responses?score=10&q=")).body.data).toMatchObject([{ score: 10 }]);
    const first = (await program.get("/responses?sort=highest&limit=2")).body;
    expect(first.data).toMatchObject([{ score: 10 }, { score: 9 }]);
    expect(
      (await program.get(`/responses?sort=highest&limit=2&cursor=${first.next}`)).body.data,
    ).toMatchObject([{ score: 2 }]);
  });

  it("are turned over to the end without a double", async () => {
    const program = await makeProgram();
    await program.workspace.run(async (ctx) => {
      const survey = await makeSurvey(ctx);
      for (let score = 0; score <= 10; score++) {
        await ctx.db.insert(responses).values({
          ...{ workspaceId: ctx.workspaceId, id: newId(), surveyId: survey.id, score, evidence: "imported" },
          ...{ channel: "import", locale: "en", answeredAt: ctx.now, updatedAt: ctx.now },
        });
      }
    });
    const seen: number[] = [];
    let path = "/responses?limit=4";
    for (let pages = 0; pages < 10; pages++) {
      const { body } = await program.get(path);
      seen.push(...body.data.map(({ score }: { score: number }) => score));
      if (!body.next) break;
      path = `/responses?limit=4&cursor=${body.next}`;
    }
    expect(seen.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
});

describe("a case", () => {
  it("is listed by state, read with its answer, answered and closed", async () => {
    const program = await makeProgram();
    const { get, post } = program;
    await post("/contacts", { contacts: people });
    const id = await makeCase(program.workspace);
    expect((await get("/cases?state=open&limit=&cursor=")).body).toMatchObject({
      data: [{ id, state: "open", score: 2 }],
      next: null,
    });
    expect((await get("/cases?state=closed")).body.data).toEqual([]);

    expect(await post(`/cases/${id}/messages`, { text: "We found the valve." })).toMatchObject({
      status: 201,
      body: { direction: "out" },
    });
    const { body: waiting } = await get(`/cases/${id}`);
    expect(waiting).toMatchObject({
      state: "waiting",
      response: { score: 2, comment: "Third week without an answer." },
      messages: [{ direction: "out", text: "We found the valve.", at: testNow.toISOString() }],
      closure: null,
    });
    expect(await post(`/cases/${id}/messages`, { text: " " })).toMatchObject({ status: 422 });

    const causeId = await program.workspace.run((ctx) => causeNamed(ctx));
    const cause = { id: causeId, name: "Delivery", parent: null };
    expect((await get("/causes")).body).toEqual({ data: [cause] });
    expect(await post(`/cases/${id}/close`, { causeId })).toMatchObject({
      status: 422,
      body: { invalid_params: [{ name: "outcome" }] },
    });
    expect(await post(`/cases/${id}/close`, { causeId: nowhere, outcome: "x" })).toMatchObject({
      status: 422,
      body: { invalid_params: [{ name: "causeId" }] },
    });
    const closing = { causeId, outcome: "New valve sent." };
    expect(await post(`/cases/${id}/close`, closing)).toEqual({
      ...{ status: 200, type: "application/json", body: { id, state: "closed" } },
    });
    expect(await post(`/cases/${id}/close`, closing)).toMatchObject({ status: 409 });
    expect((await get(`/cases/${id}`)).body).toMatchObject({
      state: "closed",
      closure: { cause, outcome: "New valve sent." },
    });
  });
});
