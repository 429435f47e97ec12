import fc from "fast-check";
import { expect, it } from "vitest";
import { cleanFileName, cleanMediaType } from "./file-name.ts";

it.each([
  ["invoice.pdf", "invoice.pdf"],
  ["../../etc/passwd", "etc_passwd"],
  ["C:\\Windows\\cmd.exe", "C_Windows_cmd.exe"],
  ["..hidden", "hidden"],
  ["photo\u202egpj.exe", "photogpj.exe"],
  ["kvitto från\r\nmåndag.png", "kvitto frånmåndag.png"],
  ["", "file.pdf"],
  [" . ", "file.pdf"],
])("%j is shown and saved as %j", (name, clean) => {
  expect(cleanFileName(name, "application/pdf")).toBe(clean);
});

it("a name is short, keeps its ending, and has nothing unseen in it, whatever it was", () => {
  expect(cleanFileName(`${"a".repeat(500)}.docx`, "x/y")).toBe(`${"a".repeat(115)}.docx`);
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (name) => {
      const clean = cleanFileName(name, "text/plain");
      expect([...clean].length).toBeLessThanOrEqual(120);
      expect(clean).toMatch(/^[^\p{Cc}\p{Cf}/\\:*?"<>|.\s][^\p{Cc}\p{Cf}/\\:*?"<>|]*$/u);
    }),
  );
});

it("a media type is one", () => {
  expect(cleanMediaType("Image/PNG")).toBe("image/png");
  expect(cleanMediaType("text/html\r\nX: y")).toBe("application/octet-stream");
});

it("a name as long as a mail's headers may be does not take long", () => {
  const name = cleanFileName(`${".".repeat(250_000)}a.pdf`, "application/pdf");
  expect(name.endsWith("a.pdf")).toBe(true);
});
