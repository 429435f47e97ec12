import { expect, it } from "vitest";
import { demonstrationAllowed } from "./demonstration.ts";

it("the demonstration is offered with the local mailbox only", () => {
  const allowed = (SMTP_URL: string) => demonstrationAllowed({ SMTP_URL, MAILBOX_SMTP_PORT: 1025 });
  expect(allowed("smtp://127.0.0.1:1025")).toBe(true);
  expect(allowed("smtp://127.0.0.1:25")).toBe(false);
  expect(allowed("smtps://user:secret@mail.example.com:465")).toBe(false);
});
