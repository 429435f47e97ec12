import { expect, it } from "vitest";
import { asSystem } from "#server/entry.ts";
import { testRuntime } from "#server/test/database.ts";
import { authClient, cookieOf } from "#server/test/sign-in.ts";
import { createAuth, signedInUser } from "./auth.ts";
import type { SignInAttempt } from "./log-sign-in.ts";

const rt = await testRuntime();
const password = "a long and quiet sentence";
const attempts: SignInAttempt[] = [];
const auth = createAuth({
  ...{ db: rt.connection.db, appUrl: "http://localhost:3000", tokens: rt.tokens },
  secret: "a secret for the log of sign-ins, long enough",
  asPlatform: (task, work) => asSystem(rt, "00000000-0000-7000-8000-000000000000", task, work),
  invitedAddress: async () => null,
  onAttempt: (attempt) => attempts.push(attempt),
  onError: (error) => {
    throw error;
  },
});
const { post, signUp } = authClient({ ...rt, auth });

it("every attempt to sign in is told of by way, account and end, and without an address", async () => {
  const cookie = cookieOf(await signUp("Eli", "eli@log.example"));
  const { id } = (await signedInUser(auth, new Headers({ cookie })))!;
  await post("/sign-in/email", { email: "eli@log.example", password: "not this one" });
  await post("/sign-in/email", { email: "nobody@log.example", password });
  await post("/sign-in/email", { email: "eli@log.example", password });
  await post(
    "/change-password",
    { currentPassword: "wrong again", newPassword: "another long sentence" },
    { cookie },
  );
  await post("/sign-out", {}, { cookie });
  expect(attempts).toEqual([
    { way: "/sign-up/email", userId: id, end: "signed_in" },
    { way: "/sign-in/email", userId: undefined, end: "INVALID_EMAIL_OR_PASSWORD" },
    { way: "/sign-in/email", userId: undefined, end: "INVALID_EMAIL_OR_PASSWORD" },
    { way: "/sign-in/email", userId: id, end: "signed_in" },
    { way: "/change-password", userId: id, end: "INVALID_PASSWORD" },
    { way: "/sign-out", userId: undefined, end: "done" },
  ]);
  expect(JSON.stringify(attempts)).not.toMatch(/@|sentence|wrong again/);
});
