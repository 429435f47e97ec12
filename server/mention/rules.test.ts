import { describe, expect, it } from "vitest";
import { mentionedIn } from "./rules.ts";

describe("who is mentioned in a note", () => {
  const colleagues = ["Bo Friis", "Bo", "Maja Berg", "Maja Lind", "Åsa Öberg"].map((name) => ({ name }));
  it.each([
    ["Ask @Åsa Öberg, please", ["Åsa Öberg"]],
    ["@åsa knows", ["Åsa Öberg"]],
    ["@Bo Friis and @bo", ["Bo Friis", "Bo"]],
    ["@Bo Friis. @Bo Friis!", ["Bo Friis"]],
    ["@Maja", []],
    ["(@Maja Lind)", ["Maja Lind"]],
    ["@Åsaka, anna@bo.example, @ Bo, @@Bo", []],
    ["", []],
  ])("%s", (note, names) => {
    expect(mentionedIn(note, colleagues).map(({ name }) => name)).toEqual(names);
  });
});
