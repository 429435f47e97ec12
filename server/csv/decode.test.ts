import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { decode, ENCODINGS } from "./decode.ts";

const bytes = (...values: number[]) => Uint8Array.from(values);
const nordic =
  "Namn;Ort\r\nÅsa Öberg;Ålesund\r\nSøren Kjær;Ærøskøbing\r\nPäivi;Jyväskylä\r\nJürgen;Straße – 5 €";

describe("decoding a file", () => {
  it("reads Nordic Windows-1252 right, however short", () => {
    expect(decode(iconv.encode("Åsa;Ålesund", "latin1"))).toEqual({
      text: "Åsa;Ålesund",
      encoding: "windows-1252",
      damaged: 0,
    });
    expect(decode(iconv.encode(nordic, "windows-1252"))).toMatchObject({
      text: nordic,
      encoding: "windows-1252",
    });
    expect(decode(bytes(0x4e, 0x3b, 0xe5))).toMatchObject({ text: "N;å", encoding: "windows-1252" });
  });

  it("reads Windows-1252 quotation marks and the euro, which are not in Latin-1", () => {
    expect(decode(bytes(0x80, 0x93, 0x61, 0x94)).text).toBe("€“a”");
  });

  it("prefers UTF-8 wherever the bytes are valid UTF-8", () => {
    expect(decode(Buffer.from(nordic))).toEqual({ text: nordic, encoding: "utf-8", damaged: 0 });
    expect(decode(Buffer.from("plain ASCII")).encoding).toBe("utf-8");
    expect(decode(bytes())).toEqual({ text: "", encoding: "utf-8", damaged: 0 });
  });

  it("keeps to UTF-8 when one byte is broken or the last character is cut, and counts the damage", () => {
    const broken = Buffer.concat([Buffer.from(nordic), bytes(0xe5), Buffer.from(";åäö")]);
    expect(decode(broken)).toMatchObject({ text: `${nordic}\ufffd;åäö`, encoding: "utf-8", damaged: 1 });
    const cut = Buffer.from(`${nordic}Å`).subarray(0, -1);
    expect(decode(cut)).toMatchObject({ text: `${nordic}\ufffd`, encoding: "utf-8", damaged: 1 });
  });

  it("obeys byte order marks and leaves them out", () => {
    expect(decode(Buffer.from(`\ufeff${nordic}`))).toMatchObject({ text: nordic, encoding: "utf-8" });
    expect(decode(iconv.encode(nordic, "utf-16le", { addBOM: true }))).toMatchObject({
      text: nordic,
      encoding: "utf-16le",
    });
    expect(decode(iconv.encode(nordic, "utf-16be", { addBOM: true }))).toMatchObject({
      text: nordic,
      encoding: "utf-16be",
    });
  });

  it("knows UTF-16 without a mark by its zeros", () => {
    expect(decode(iconv.encode(nordic, "utf-16le"))).toMatchObject({ text: nordic, encoding: "utf-16le" });
    expect(decode(iconv.encode(nordic, "utf-16be"))).toMatchObject({ text: nordic, encoding: "utf-16be" });
  });

  it("does as told when a person chose the encoding", () => {
    for (const encoding of ENCODINGS) {
      const text =
        encoding === "windows-1257" ? "Šarūnas;ačiū" : encoding === "windows-1250" ? "Łukasz;Żak" : "Åsa;ö";
      expect(decode(iconv.encode(text, encoding), encoding)).toEqual({ text, encoding, damaged: 0 });
    }
  });

  it("has no zero characters in the text, because PostgreSQL cannot store them", () => {
    expect(decode(Buffer.from("a\0b;c\0")).text).toBe("ab;c");
  });

  it("reads the bytes of a part of a larger buffer", () => {
    expect(decode(Buffer.from("xxÅsa").subarray(2)).text).toBe("Åsa");
  });

  it("never throws and always gives well-formed text", () => {
    const any = fc.uint8Array({ maxLength: 400 });
    fc.assert(
      fc.property(any, fc.option(fc.constantFrom(...ENCODINGS), { nil: undefined }), (content, encoding) => {
        const { text } = decode(content, encoding);
        expect(text.isWellFormed()).toBe(true);
        expect(text).not.toContain("\0");
      }),
      { numRuns: 1000 },
    );
  });

  it("gives back any text that was written as UTF-8", () => {
    const text = fc.string({ unit: "grapheme" }).filter((some) => !/^\ufeff|\0/.test(some));
    fc.assert(
      fc.property(text, (some) => {
        expect(decode(Buffer.from(some), "utf-8").text).toBe(some);
        expect(decode(Buffer.from(`\ufeff${some}`)).text).toBe(some);
        expect(decode(Buffer.from(some)).text).toBe(some);
      }),
    );
  });

  it("gives back any Nordic text that was written as Windows-1252", () => {
    const letters = fc.constantFrom(..."abcdefghijklmnoprstuvyåäöæøÅÄÖÆØéüß ,;.\n0123456789");
    fc.assert(
      fc.property(fc.string({ unit: letters }), (text) => {
        expect(decode(iconv.encode(text, "windows-1252")).text).toBe(text);
      }),
    );
  });
});
