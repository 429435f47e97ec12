import { describe, expect, it } from "vitest";
import { DELIMITERS, sniff } from "./sniff.ts";

const found = (text: string) => sniff(text).delimiter;

describe("the delimiter", () => {
  it.each(DELIMITERS)("is found when it is %j", (d) => {
    expect(found(`name${d}email${d}score\nÅsa${d}asa@x.se${d}9\nBo${d}bo@x.se${d}3\n`)).toBe(d);
    expect(found(`name${d}email`)).toBe(d);
  });

  it("is not a comma for its being in decimals and sentences", () => {
    expect(found("namn;betyg;text\nÅsa;8,5;Bra, tack\nBo;7,25;Nej, inte alls, tyvärr\n")).toBe(";");
    expect(found("id;comment\n1;a, b\n2;c, d\n3;e, f")).toBe(";");
  });

  it("is not what stands within quotes, in the header either", () => {
    expect(found('"Name; given, family",score\n"Ek; Åsa",9\n"Bo; ""x"", y",3\n')).toBe(",");
    expect(found('a;"b,c,d,e"\n1;"2,3,4,5"\n')).toBe(";");
    expect(found('score,comment\n9,"one\ntwo; three;\nfour;"\n3,"x; y;"\n')).toBe(",");
  });

  it("is found though some rows are ragged and others blank", () => {
    expect(found("\n\na;b;c\n1;2;3\n;;\n1;2\n\n1,5;2;3;4\n1;2;3\n")).toBe(";");
  });

  it("is what the line sep= says, and that line is passed over", () => {
    expect(sniff("sep=;\r\na,b,c\r\n1,2,3")).toEqual({ delimiter: ";", start: 7, firstLine: 2 });
    expect(sniff("\ufeffsep=\t\na,b\n")).toEqual({ delimiter: "\t", start: 7, firstLine: 2 });
    expect(sniff("sep=;x\n1;2").start).toBe(0);
  });

  it("for a single column is one that does not cut it", () => {
    expect(found("comment\nGood, really\nBad, sorry\n")).not.toBe(",");
    expect(found("email\na@x.se\n")).toBeOneOf([...DELIMITERS]);
    expect(found("")).toBeOneOf([...DELIMITERS]);
  });

  it("is found in a sample that is cut in the middle of a long quoted cell", () => {
    const long = `"${"so, it; goes\n".repeat(10_000)}"`;
    expect(found(`score;comment;name\n1;${long};Åsa\n2;${long};Bo\n`)).toBe(";");
  });
});
