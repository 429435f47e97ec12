import { gzipSync } from "node:zlib";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { recognise } from "./recognise.ts";

describe("recognising a file", () => {
  it("takes text in every encoding as text", () => {
    const text = 'Namn;Ort\r\nÅsa;Ålesund\t"x"\r\n';
    for (const encoding of ["utf-8", "windows-1252", "utf-16le", "utf-16be", "macintosh", "ibm850"]) {
      expect(recognise(iconv.encode(text, encoding))).toBe("text");
      expect(recognise(iconv.encode(text, encoding, { addBOM: true }))).toBe("text");
    }
  });

  it("names what is often uploaded in its place", () => {
    expect(recognise(new Uint8Array())).toBe("empty");
    expect(recognise(Buffer.from("PK\x03\x04 an xlsx file", "latin1"))).toBe("excel");
    expect(recognise(Buffer.from("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "latin1"))).toBe("excel");
    expect(recognise(gzipSync("name\nÅsa"))).toBe("compressed");
    expect(recognise(Buffer.from("%PDF-1.7"))).toBe("pdf");
    expect(recognise(Uint8Array.from({ length: 256 }, (_, i) => i % 32))).toBe("binary");
  });
});
